import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CheckedRow } from '../../../../client/src/index.ts';
import { RecordLink } from '../../parts/record-link.tsx';
import classes from './imports.module.css';
import { type ImportKind, isListed } from './kinds.ts';
import { detailsOfRow, nameOfRow } from './summary.ts';

/** A row as the record that it would become, with what is to be said of it below. */
export function RowLine({
  kind,
  row,
  children,
}: {
  kind: ImportKind;
  row: CheckedRow;
  children?: ReactNode;
}) {
  const t = useTranslations('imports.check');
  const { number, values, existingId, sameAs, joined } = row;
  const details = detailsOfRow(kind, values);
  return (
    <li className={classes.row}>
      <span className={classes.number}>{t('row', { number })}</span>
      <div>
        <b>{nameOfRow(values) || t('nameless')}</b>
        {details && <span className={classes.quiet}> · {details}</span>}
        {joined && joined.length > 0 && (
          <div className={classes.hint}>{t('joined', { count: joined.length })}</div>
        )}
        {sameAs !== undefined && <div className={classes.hint}>{t('sameAs', { number: sameAs })}</div>}
        {children}
      </div>
      <div>{existingId && isListed(kind) && <RecordLink kind={kind} id={existingId} />}</div>
    </li>
  );
}
