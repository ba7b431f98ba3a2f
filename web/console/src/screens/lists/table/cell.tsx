import type { AnyRecord, Kind } from '../../../api/kinds.ts';
import { type FieldDef, isEmpty, valueIn } from '../../../fields/field-def.ts';
import { FieldValue } from '../../../fields/field-value.tsx';
import { useTitle } from '../../../parts/record-link.tsx';
import type { CellText } from './cell-text.ts';
import classes from './table.module.css';

function Named({ kind, id }: { kind: Kind; id: string }) {
  return useTitle(kind, id) ?? '';
}

/** Who writes in says where they are from before anybody knows which company that is. */
const companyAsWritten = ({ kind, name }: FieldDef, { company }: AnyRecord) =>
  kind === 'contact' && name === 'companyId' && typeof company === 'string' ? company : null;

/** A value in a row: one line, and nothing in it that takes the focus, since the row opens the record. */
export function Cell({ field, record, text }: { field: FieldDef; record: AnyRecord; text: CellText }) {
  const value = valueIn(field, record);
  if (isEmpty(value)) return companyAsWritten(field, record);
  if (field.type === 'record' && field.of) return <Named kind={field.of} id={String(value)} />;
  const line = text(field, value);
  if (line !== undefined) return line;
  return (
    <span className={classes.rich}>
      <FieldValue field={field} value={value} isCompact />
    </span>
  );
}
