import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type AnyRecord, type Kind, titleOf } from '../../../api/kinds.ts';
import { keys } from '../../../api/records.ts';
import { Bounced } from '../../../fields/bounced.tsx';
import { type FieldDef, isEmpty, valueIn } from '../../../fields/field-def.ts';
import { FieldValue } from '../../../fields/field-value.tsx';
import { Pill } from '../../../fields/pills.tsx';
import { useTitle } from '../../../parts/record-link.tsx';
import { initialsOf, isOutlook } from '../columns.ts';
import type { CellText } from './cell-text.ts';
import { OutlookCell } from './outlook-cell.tsx';
import classes from './table.module.css';
import { useIsResting } from './use-is-resting.ts';

type NameProps = { kind: Kind; id: string };
const AskedName = ({ kind, id }: NameProps) => useTitle(kind, id) ?? '';

function Name({ kind, id }: NameProps) {
  const client = useQueryClient();
  const isResting = useIsResting();
  if (isResting) return <AskedName kind={kind} id={id} />;
  const known = client.getQueryData<AnyRecord>(keys.record(kind, id));
  return known ? titleOf(kind, known) : '';
}

/** Who writes in says where they are from before anybody knows which company that is. */
const companyAsWritten = ({ kind, name }: FieldDef, { company }: AnyRecord) =>
  kind === 'contact' && name === 'companyId' && typeof company === 'string' ? company : null;

const shownPills = 2;
function pills({ type, options }: FieldDef, value: unknown): ReactNode {
  const all = Array.isArray(value) ? value.map(String) : [String(value)];
  const labelOf = (one: string) => options?.find((option) => option.value === one)?.label ?? one;
  return (
    <span className={classes.rich}>
      {all.slice(0, shownPills).map((one) => (
        <Pill key={one} label={labelOf(one)} {...(type === 'choice' && { value: one })} />
      ))}
      {all.length > shownPills && `+${all.length - shownPills}`}
    </span>
  );
}

const person = (name: string): ReactNode => (
  <span className={classes.rich}>
    <span className={classes.person} aria-hidden>
      {initialsOf(name)}
    </span>
    {name}
  </span>
);

/** The first address, and whether it bounces. */
function address(line: string, value: unknown): ReactNode {
  const [first] = value as { bouncedAt?: string }[];
  if (!first?.bouncedAt) return line;
  return (
    <span className={classes.rich}>
      <span className={classes.cut}>{line}</span>
      <Bounced at={first.bouncedAt} />
    </span>
  );
}

type ValueProps = { field: FieldDef; record: AnyRecord; text: CellText };
/** It is made of plain elements, because a list that is scrolled fast makes hundreds of them a frame. */
function Value({ field, record, text }: ValueProps) {
  const value = valueIn(field, record);
  if (isEmpty(value)) return companyAsWritten(field, record);
  const { type, of } = field;
  if (type === 'record' && of) return <Name key={String(value)} kind={of} id={String(value)} />;
  if (type === 'choice' || type === 'multiChoice' || type === 'tags') return pills(field, value);
  const line = text(field, value);
  if (line !== undefined && type === 'emails') return address(line, value);
  if (line !== undefined) return type === 'user' ? person(line) : line;
  return (
    <span className={classes.rich}>
      <FieldValue field={field} value={value} isCompact />
    </span>
  );
}

type Props = ValueProps & {
  /** Of what tells its reasons when it is pressed; left out where nothing can be. */
  tabIndex?: number;
};
/** A value in a row: one line, and nothing in it that takes the focus but what has reasons to tell, since the row opens the record. */
export function Cell({ tabIndex, ...shown }: Props) {
  const { field, record } = shown;
  if (isOutlook(field.kind, field.name))
    return <OutlookCell name={field.name} record={record} tabIndex={tabIndex} />;
  return <Value {...shown} />;
}
