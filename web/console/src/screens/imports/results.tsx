import { Anchor, Skeleton, Stack, Tabs, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Import, RowResult } from '../../../../client/src/index.ts';
import { plurals } from '../../api/kinds.ts';
import { More } from '../../parts/more.tsx';
import { ProblemBox } from '../../parts/problem.tsx';
import { RecordLink } from '../../parts/record-link.tsx';
import { CheckedRows } from './checked-rows.tsx';
import { useFieldWords } from './field-words.ts';
import classes from './imports.module.css';
import { type ImportKind, isListed } from './kinds.ts';
import { type Result, resultsQuery } from './queries.ts';

type Shown = Result | 'invalid';
const runResults = ['failed', 'invalid', 'created', 'updated', 'unchanged', 'skipped'] as const;
const undoResults = ['kept', 'stuck', 'removed', 'restored'] as const;
const ordered: readonly Shown[] = runResults;
/** What was made is there no more. */
const afterUndo: readonly Shown[] = [...undoResults, 'failed', 'invalid'];
const countsOf = ({ run, undo, check }: Import): Partial<Record<Shown, number>> => ({
  ...undo,
  ...run,
  invalid: check?.invalid ?? 0,
});

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
  const { kind } = one;
  const { nameOf } = useFieldWords(kind);
  const pages = useInfiniteQuery(resultsQuery(one, result));
  if (pages.error && !pages.data)
    return <ProblemBox error={pages.error} again={() => void pages.refetch()} />;
  return (
    <>
      <Text className={classes.quiet} mb="xs">
        {t(`why.${result}`)}{' '}
        {result === 'removed' && isListed(kind) && (
          <Anchor
            underline="always"
            renderRoot={(props) => (
              <Link {...props} to="/$plural" params={{ plural: plurals[kind] }} search={{ trash: true }} />
            )}
          >
            {t('see')}
          </Anchor>
        )}
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

/** Rows that no run takes: what the dry run said of them. */
function Invalid({ one }: { one: Import }) {
  const t = useTranslations('imports.check.why');
  return (
    <>
      <Text className={classes.quiet} mb="xs">
        {t('invalid')}
      </Text>
      <CheckedRows one={one} outcome="invalid" />
    </>
  );
}

/** What became of the rows, counted and one by one. */
export function Results({ one }: { one: Import }) {
  const t = useTranslations('imports.result');
  const invalid = useTranslations('imports.check.found')('invalid');
  const format = useFormatter();
  const counts = countsOf(one);
  const shown = (one.undo ? afterUndo : ordered).filter((result) => counts[result]);
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
            {one === 'invalid' ? invalid : t(`results.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={current} pt="sm">
        {current === 'invalid' ? <Invalid one={one} /> : <Rows key={current} one={one} result={current} />}
      </Tabs.Panel>
    </Tabs>
  );
}
