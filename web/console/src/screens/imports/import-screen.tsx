import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import type { Import } from '../../../../client/src/index.ts';
import { isProblem } from '../../api/client.ts';
import { NotFound } from '../../app/not-found.tsx';
import { Waiting } from '../../app/waiting.tsx';
import { ProblemBox } from '../../parts/problem.tsx';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { Failed } from './failed.tsx';
import { FileStep } from './file-step.tsx';
import { ImportFrame, WithTexts } from './frame.tsx';
import { importQuery } from './queries.ts';
import { RemoveImport } from './remove-import.tsx';
import { ResultStep } from './result-step.tsx';
import { isOpen, type Step, stepOf } from './steps.ts';
import { useImportActs } from './use-import-acts.ts';

const shown = { file: FileStep, columns: ColumnsStep, check: CheckStep, result: ResultStep };

function OneImport({ one }: { one: Import }) {
  const acts = useImportActs(one);
  const asked: { step?: string } = useSearch({ strict: false });
  const goesBack = asked.step === 'columns' && isOpen(one) && one.columns !== undefined;
  const step: Step = goesBack ? 'columns' : stepOf(one);
  const Shown = shown[step];
  return (
    <ImportFrame title={one.name} step={step} status={one.status}>
      {one.failure && one.status === 'failed' && <Failed one={one} acts={acts} />}
      <Shown one={one} acts={acts} />
      <RemoveImport one={one} acts={acts} />
    </ImportFrame>
  );
}

function Loaded({ id }: { id: string }) {
  const { data: one, error, refetch } = useQuery(importQuery(id));
  if (isProblem(error, 'import_not_found')) return <NotFound />;
  if (error && !one)
    return (
      <ImportFrame title="" step={undefined}>
        <ProblemBox error={error} again={() => void refetch()} />
      </ImportFrame>
    );
  return one ? <OneImport one={one} /> : <Waiting />;
}

/** An import at the step at which it stands: the same for everybody, on every device. */
export function ImportScreen() {
  const { importId = '' } = useParams({ strict: false });
  return (
    <WithTexts>
      <Loaded key={importId} id={importId} />
    </WithTexts>
  );
}
