import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CheckedRow, Import } from '../../../../client/src/index.ts';
import { useFieldWords } from './field-words.ts';
import classes from './imports.module.css';
import { RowLine } from './row-line.tsx';

const shownAtOnce = 50;
/** Rows of which something was written otherwise, each with what. */
export function ChangedRows({ one, rows }: { one: Import; rows: readonly CheckedRow[] }) {
  const t = useTranslations('imports.check');
  const common = useTranslations('common');
  const { nameOf } = useFieldWords(one.kind);
  const [most, setMost] = useState(shownAtOnce);
  return (
    <>
      <ul className={classes.rows}>
        {rows.slice(0, most).map((row) => (
          <RowLine key={row.number} kind={one.kind} row={row}>
            <ul className={classes.notes}>
              {row.changes.map(({ field, from, to, why }) => (
                <li key={`${field} ${from}`}>
                  {nameOf(field)}: {t('meant', { from, to })} <span className={classes.quiet}>{why}</span>
                </li>
              ))}
            </ul>
          </RowLine>
        ))}
      </ul>
      {rows.length > most && (
        <Button variant="default" mt="sm" onClick={() => setMost(most + shownAtOnce)}>
          {common('more')}
        </Button>
      )}
    </>
  );
}
