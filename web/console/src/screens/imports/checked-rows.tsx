import { Skeleton, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { CheckedRow, Import } from '../../../../client/src/index.ts';
import { More } from '../../parts/more.tsx';
import { ProblemBox } from '../../parts/problem.tsx';
import { useFieldWords } from './field-words.ts';
import classes from './imports.module.css';
import { checkedQuery, type Outcome } from './queries.ts';
import { RepairValue } from './repair-value.tsx';
import { RowLine } from './row-line.tsx';

function Reasons({ row, nameOf }: { row: CheckedRow; nameOf: (field: string) => string }) {
  if (row.faults.length === 0) return null;
  return (
    <ul className={classes.notes}>
      {row.faults.map(({ field, code, detail, from }) => (
        <li key={`${field} ${code} ${detail}`}>
          <span className={classes.wrong}>
            {field && `${nameOf(field)}: `}
            {detail}
          </span>
          {from !== undefined && <RepairValue field={field} from={from} />}
        </li>
      ))}
    </ul>
  );
}

/** The rows that would become the same, page by page. */
export function CheckedRows({ one, outcome }: { one: Import; outcome: Outcome }) {
  const t = useTranslations('imports.check');
  const common = useTranslations('common');
  const { nameOf } = useFieldWords(one.kind);
  const pages = useInfiniteQuery(checkedQuery(one, outcome));
  if (pages.error && !pages.data)
    return <ProblemBox error={pages.error} again={() => void pages.refetch()} />;
  if (!pages.data)
    return (
      <Stack gap="sm" role="status" aria-label={common('loading')}>
        {[1, 2, 3].map((line) => (
          <Skeleton key={line} h={36} />
        ))}
      </Stack>
    );
  const rows = pages.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return <Text className={classes.quiet}>{t('nothing')}</Text>;
  return (
    <>
      <ul className={classes.rows}>
        {rows.map((row) => (
          <RowLine key={row.number} kind={one.kind} row={row}>
            <Reasons row={row} nameOf={nameOf} />
          </RowLine>
        ))}
      </ul>
      <More pages={pages} />
    </>
  );
}
