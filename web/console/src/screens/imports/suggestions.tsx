import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { FewAtATime } from './few-at-a-time.tsx';
import { useFieldWords } from './field-words.ts';
import { byRows, type Suggestion } from './found.ts';
import classes from './imports.module.css';
import { confidenceOf } from './mapping.ts';
import { mostRepairs, repairOf } from './repairs.ts';
import { useRepairs } from './repairs-context.ts';
import type { StepProps } from './step-props.ts';
import type { Looking } from './use-found.ts';
import { howOf } from './use-import-acts.ts';

function Line({ said, name }: { said: Suggestion; name: string }) {
  const t = useTranslations('imports');
  const { all, mayWrite, put, remove } = useRepairs();
  const { field, from, to } = said;
  const isTaken = repairOf(all, said)?.to === to;
  return (
    <li className={classes.group}>
      <div>
        <span className={classes.meant}>{t('check.meant', { from, to })}</span>
        <div className={classes.hint}>
          {name} · {t(`columns.confidence.${confidenceOf(said.confidence)}`)}
        </div>
      </div>
      <span className={classes.figure}>{t('rowsCount', { count: said.rows })}</span>
      {mayWrite && (
        <Button
          variant={isTaken ? 'light' : 'default'}
          aria-pressed={isTaken}
          aria-label={t(isTaken ? 'check.takenOne' : 'check.takeOne', { from, to })}
          onClick={() => (isTaken ? remove({ field, from }) : put({ field, from, to }))}
        >
          {t(isTaken ? 'check.taken' : 'check.take')}
        </Button>
      )}
    </li>
  );
}

const leastLikely = 0.5;
/** What was probably meant, by value: what is said in many rows is taken once for all of them. */
export function Suggestions({
  one: of,
  acts,
  looking: { found, isWhole },
}: StepProps & { looking: Looking }) {
  const t = useTranslations('imports.check');
  const { nameOf } = useFieldWords(of.kind);
  const { all, mayWrite, put } = useRepairs();
  const groups = byRows(found.suggestions);
  const open = groups.map(([, one]) => one).filter((one) => repairOf(all, one)?.to !== one.to);
  /** More than are known here, or go into an import, are taken by how likely they are. */
  const takeAll = () => {
    if (isWhole && all.length + open.length <= mostRepairs)
      put(...open.map(({ field, from, to }) => ({ field, from, to })));
    else acts.repair([...all], { ...howOf(of), acceptFrom: leastLikely });
  };
  return (
    <>
      {mayWrite && open.length > 1 && (
        <Button variant="light" onClick={takeAll}>
          {t('takeAll')}
        </Button>
      )}
      <FewAtATime all={groups}>
        {([key, said]) => <Line key={key} said={said} name={nameOf(said.field)} />}
      </FewAtATime>
    </>
  );
}
