import { useTranslations } from 'use-intl';
import type { CheckedRow, Import } from '../../../../client/src/index.ts';
import { FewAtATime } from './few-at-a-time.tsx';
import { useFieldWords } from './field-words.ts';
import classes from './imports.module.css';
import { RowLine } from './row-line.tsx';

/** Rows of which something was written otherwise, each with what. */
export function ChangedRows({ one, rows }: { one: Import; rows: readonly CheckedRow[] }) {
  const t = useTranslations('imports.check');
  const { nameOf } = useFieldWords(one.kind);
  return (
    <FewAtATime all={rows}>
      {(row) => (
        <RowLine key={row.number} kind={one.kind} row={row}>
          <ul className={classes.notes}>
            {row.changes.map(({ field, from, to, why }) => (
              <li key={`${field} ${from}`}>
                {nameOf(field)}: {t('meant', { from, to })} <span className={classes.quiet}>{why}</span>
              </li>
            ))}
          </ul>
        </RowLine>
      )}
    </FewAtATime>
  );
}
