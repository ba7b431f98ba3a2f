import { Skeleton, Stack, Tabs, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Import, RowResult } from '../../../../client/src/index.ts';
import { More } from '../../parts/more.tsx';
import { ProblemBox } from '../../parts/problem.tsx';
import { RecordLink } from '../../parts/record-link.tsx';
import { useFieldWords } from './field-words.ts';
import classes from './imports.module.css';
import { type ImportKind, isListed } from './kinds.ts';
import { type Result, resultsQuery } from './queries.ts';

const runResults = ['failed', 'created', 'updated', 'unchanged', 'skipped'] as const;
const undoResults = ['kept', 'stuck', 'removed', 'restored'] as const;
/** Of an undone run what became of it then comes first: that is what one looks for. */
const ordered: readonly Result[] = [...undoResults, ...runResults];
const countsOf = ({ run, undo }: Import): Partial<Record<Result, number>> => ({ ...undo, ...run });

type LineProps = { kind: ImportKind; row: RowResult; nameOf: (field: string) => string };
function Line({ kind, row: { number, recordId, result, problem, fields }, nameOf }: LineProps) {
  const t = useTranslations('imports');
  const isGone = result === 'removed';
  const faults = problem?.errors?.map(({ detail }) => detail) ?? [];
  return (
    <li className={classes.row}>
      <span className={classes.number}>{t('check.row', { number })}</span>
      <div>
        {recordId && isListed(kind) && !isGone && <RecordLink kind={kind} id={recordId} />}
        {problem && <div>{faults.length > 0 ? faults.join(' ') : problem.detail}</div>}
        {fields && fields.length > 0 && (
          <div>{t('result.changedSince', { fields: fields.map(nameOf).join(', ') })}</div>
        )}
      </div>
    </li>
  );
}

function Rows({ one, result }: { one: Import; result: Result }) {
  const t = useTranslations('imports.result');
  const common = useTranslations('common');
  const { nameOf } = useFieldWords(one.kind);
  const pages = useInfiniteQuery(resultsQuery(one, result));
  if (pages.error && !pages.data)
    return <ProblemBox error={pages.error} again={() => void pages.refetch()} />;
  return (
    <>
      <Text className={classes.quiet} mb="xs">
        {t(`why.${result}`)}
      </Text>
      {pages.isPending && (
        <Stack gap="sm" role="status" aria-label={common('loading')}>
          <Skeleton h={36} />
          <Skeleton h={36} />
        </Stack>
      )}
      <ul className={classes.rows}>
        {pages.data?.pages
          .flatMap(({ items }) => items)
          .map((row) => (
            <Line key={`${row.number} ${row.recordId}`} kind={one.kind} row={row} nameOf={nameOf} />
          ))}
      </ul>
      <More pages={pages} />
    </>
  );
}

/** What became of the rows, counted and one by one. */
export function Results({ one }: { one: Import }) {
  const t = useTranslations('imports.result');
  const format = useFormatter();
  const counts = countsOf(one);
  const shown = ordered.filter((result) => counts[result]);
  const [result, setResult] = useState<string | null>(shown[0] ?? null);
  const current = shown.find((one) => one === result) ?? shown[0];
  if (!current) return null;
  return (
    <Tabs value={current} onChange={setResult} keepMounted={false}>
      <Tabs.List className={classes.tabs} aria-label={t('counts')}>
        {shown.map((one) => (
          <Tabs.Tab
            key={one}
            value={one}
            rightSection={<span className={classes.count}>{format.number(counts[one] ?? 0)}</span>}
          >
            {t(`results.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={current} pt="sm">
        <Rows key={current} one={one} result={current} />
      </Tabs.Panel>
    </Tabs>
  );
}
