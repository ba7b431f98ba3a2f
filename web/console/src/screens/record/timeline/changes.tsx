import { useTranslations } from 'use-intl';
import { type FieldDef, isEmpty, isSame, valueIn } from '../../../fields/field-def.ts';
import { FieldValue } from '../../../fields/field-value.tsx';
import classes from './timeline.module.css';

type All = Record<string, { before?: unknown; after?: unknown }>;

const side = (changes: All, which: 'before' | 'after') => ({
  id: '',
  version: 0,
  createdAt: '',
  updatedAt: '',
  ...Object.fromEntries(Object.entries(changes).map(([name, change]) => [name, change[which]])),
});

function Change({ field, before, after }: { field: FieldDef; before: unknown; after: unknown }) {
  const t = useTranslations('record.changes');
  const shown = (value: unknown) => () => (
    <strong>
      <FieldValue field={field} value={value} />
    </strong>
  );
  const values = { field: field.label, from: shown(before), to: shown(after) };
  if (isEmpty(before)) return <li>{t.rich('set', values)}</li>;
  if (isEmpty(after)) return <li>{t.rich('cleared', values)}</li>;
  return <li>{t.rich('changed', values)}</li>;
}

/** What follows from another field and says nothing more. */
const follows = ['stageEnteredAt', 'closedAt', 'completedAt', 'solvedAt', 'keptAt', 'brokenAt', 'updatedAt'];
/** What a change did, field by field, in words. What a record was made with stands on its page. */
export function Changes({ fields, changes, isNew }: { fields: FieldDef[]; changes: All; isNew: boolean }) {
  if (isNew) return null;
  const [before, after] = [side(changes, 'before'), side(changes, 'after')];
  const changed = fields
    .filter(({ isOnlyAsked, name }) => !isOnlyAsked && !follows.includes(name))
    .map((field) => ({ field, before: valueIn(field, before), after: valueIn(field, after) }))
    .filter((one) => !isSame(one.before, one.after));
  if (changed.length === 0) return null;
  return (
    <ul className={classes.changes}>
      {changed.map((one) => (
        <Change key={one.field.name} {...one} />
      ))}
    </ul>
  );
}
