import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { MatchKind } from '../likeness.ts';
import { Cell, Result } from './cells.tsx';
import classes from './compare.module.css';
import { Head } from './head.tsx';
import type { Row } from './rows.ts';
import type { Compared } from './use-compared.ts';

type Props = { kind: MatchKind; compared: Compared };

function Line({ row, compared: { records, choose, survivor, mayMerge } }: { row: Row; compared: Compared }) {
  const id = useId();
  return (
    <tr>
      <th scope="row" id={id}>
        {row.field.label}
      </th>
      {records.map((record, at) => (
        <td key={record.id} data-wins={row.outcome?.winner === record.id || undefined}>
          <Cell row={row} at={at} labelId={id} choose={choose} />
        </td>
      ))}
      {mayMerge && (
        <td className={classes.result}>
          <Result row={row} stays={survivor?.id} />
        </td>
      )}
    </tr>
  );
}

/** Records as columns and fields as rows, for a desk. */
export function CompareTable({ kind, compared }: Props) {
  const t = useTranslations('duplicates');
  const { records, survivor, stay, rows, mayMerge } = compared;
  const width = records.length + (mayMerge ? 2 : 1);
  const group = (title: string, lines: Row[]) => (
    <tbody>
      <tr>
        <th colSpan={width} scope="rowgroup" className={classes.group}>
          <span>{title}</span>
        </th>
      </tr>
      {lines.map((row) => (
        <Line key={row.field.name} row={row} compared={compared} />
      ))}
    </tbody>
  );
  return (
    <section className={classes.scroll} aria-label={t(`compareTitle.${kind}`)}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            {records.map((record) => (
              <th key={record.id} scope="col">
                <Head
                  kind={kind}
                  record={record}
                  stays={record.id === survivor?.id}
                  stay={mayMerge ? stay : undefined}
                />
              </th>
            ))}
            {mayMerge && (
              <th scope="col" className={classes.result}>
                {t('result')}
              </th>
            )}
          </tr>
        </thead>
        {group(rows.differing.length > 0 ? t('differing') : t('nothingDiffers'), rows.differing)}
        {rows.alike.length > 0 && group(t('alike'), rows.alike)}
      </table>
    </section>
  );
}
