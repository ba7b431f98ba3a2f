import { useTranslations } from 'use-intl';
import { FewAtATime } from './few-at-a-time.tsx';
import { useFieldWords } from './field-words.ts';
import { byRows } from './found.ts';
import classes from './imports.module.css';
import type { ImportKind } from './kinds.ts';
import { RepairValue } from './repair-value.tsx';
import type { Looking } from './use-found.ts';

/** What could not be read, by value, each to be put right in place. */
export function Faults({ kind, looking: { found } }: { kind: ImportKind; looking: Looking }) {
  const t = useTranslations('imports');
  const { nameOf } = useFieldWords(kind);
  const groups = byRows(found.faults);
  return (
    <FewAtATime all={groups}>
      {([key, { field, from, detail, rows, first }]) => (
        <li key={key} className={classes.row}>
          <span className={classes.number}>
            {rows === 1 ? t('check.row', { number: first }) : t('rowsCount', { count: rows })}
          </span>
          <div>
            {field && <b>{nameOf(field)}: </b>}
            {detail}
            {from !== undefined && <RepairValue field={field} from={from} />}
          </div>
        </li>
      )}
    </FewAtATime>
  );
}
