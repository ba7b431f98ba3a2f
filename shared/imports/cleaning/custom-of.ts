import type { FieldType } from '../../fields/field.ts';
import { booleanOf, dayOf, moneyOf, numberOf } from './read-fields.ts';
import { present, type Row, textOf, wordsOf } from './row.ts';

/** A field of the workspace's own, by its type. */
function ownValue(row: Row, field: string, type: FieldType | undefined): unknown {
  if (type === 'number') return numberOf(row, field);
  if (type === 'date') return dayOf(row, field);
  if (type === 'checkbox') return booleanOf(row, field);
  if (type === 'multiChoice') return wordsOf(row, field, 100);
  if (type !== 'money') return textOf(row, field, 10_000);
  const money = moneyOf(row, field);
  return money?.currency ? { amountCents: money.cents, currency: money.currency } : undefined;
}

const start = 'custom.';
/** What the row says of the workspace's own fields, and of `more` that become such. */
export function customOf(
  row: Row,
  more: Record<string, string | undefined> = {},
): Record<string, unknown> | undefined {
  const own = [...row.said.keys()].filter((field) => field.startsWith(start));
  const said = own.map((field) => {
    const key = field.slice(start.length);
    return [key, ownValue(row, field, row.context.customTypes?.[key])];
  });
  const all = present<unknown>({ ...more, ...Object.fromEntries(said) });
  return Object.keys(all).length > 0 ? all : undefined;
}
