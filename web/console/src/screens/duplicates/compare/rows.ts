import type { PreviewContactMergeResponse } from '../../../../../client/src/index.ts';
import type { AnyRecord } from '../../../api/kinds.ts';
import { type FieldDef, isEmpty, isSame, valueIn } from '../../../fields/field-def.ts';

type Previewed = PreviewContactMergeResponse['fields'][number];
type Shown = Pick<FieldDef, 'name' | 'label' | 'type' | 'options' | 'of' | 'currencyIn'>;
/** What would become of a field. */
type Outcome = {
  value: unknown;
  /** The record whose value it is; undefined where it is of several, or of none. */
  winner: string | undefined;
  isChoosable: boolean;
  /** It is a list, of which every record gives. */
  isJoined: boolean;
  leftOut: unknown[];
};
export type Row = {
  field: Shown;
  /** By record, in their order. */
  cells: { id: string; value: unknown }[];
  /** Undefined while it is not known, or where one may not merge. */
  outcome: Outcome | undefined;
};
type Compared = {
  fields: readonly FieldDef[];
  records: readonly AnyRecord[];
  /** What the API says of the merge; undefined while it is not known. */
  preview: readonly Previewed[] | undefined;
  /** By field the record whose value was chosen. */
  chosen: Readonly<Record<string, string>>;
};

/** They say when something was, and not what the records are. */
const besides = ['createdAt', 'updatedAt'];
const consents = 'consents';
const purposeIn = (name: string) =>
  name.startsWith(`${consents}.`) ? name.slice(consents.length + 1) : undefined;

/** A consent as a field of consents has it: by its purpose. */
function saidIn(field: Shown, record: AnyRecord): unknown {
  const purpose = purposeIn(field.name);
  if (purpose === undefined) return valueIn(field, record);
  const given = (record.consents as Record<string, unknown> | undefined)?.[purpose];
  return given && { [purpose]: given };
}

function outcomeOf(field: Shown, previewed: Previewed, { records, chosen }: Compared): Outcome {
  const { value, from, isChoosable, leftOut } = previewed;
  const isJoined = Array.isArray(value);
  const winner = isJoined ? undefined : (chosen[field.name] ?? from[0]);
  const record = records.find(({ id }) => id === winner);
  return {
    value: record && !isJoined ? saidIn(field, record) : value,
    winner,
    isChoosable,
    isJoined,
    leftOut: leftOut.map((one) => one.value),
  };
}

const defOf = (fields: readonly FieldDef[], name: string): Shown | undefined => {
  const own = fields.find((field) => field.name === (purposeIn(name) === undefined ? name : consents));
  return own && { ...own, name };
};

const rowOf = (field: Shown, previewed: Previewed | undefined, all: Compared): Row => ({
  field,
  cells: all.records.map((record) => ({ id: record.id, value: saidIn(field, record) })),
  outcome: previewed && outcomeOf(field, previewed, all),
});

const differs = (values: readonly unknown[]) => {
  const [first, ...others] = values.filter((value) => !isEmpty(value));
  return others.some((value) => !isSame(first, value));
};
/** Two of the records say different things, and one of them has to give way. */
const isContested = ({ cells, outcome }: Row) =>
  outcome?.isJoined !== true && differs(cells.map(({ value }) => value));

const placeIn = (fields: readonly FieldDef[], name: string) =>
  fields.findIndex((field) => field.name === (purposeIn(name) === undefined ? name : consents));

/**
 * The fields of records side by side: `differing`, of which the merge decides, those first where one value has to give way, and `alike`, of which it does
 * not. Each in the order of a page; what nobody has is in neither.
 */
export function rowsOf(all: Compared): { differing: Row[]; alike: Row[] } {
  const { fields, preview } = all;
  const followers = fields.flatMap(({ currencyIn }) => currencyIn ?? []);
  const previewed = (preview ?? []).flatMap((one) => {
    const field = followers.includes(one.field) ? undefined : defOf(fields, one.field);
    return field ? [rowOf(field, one, all)] : [];
  });
  const isCovered = ({ name }: FieldDef) =>
    previewed.some(({ field }) => field.name === name || field.name.startsWith(`${name}.`));
  const rest = fields
    .filter((field) => !besides.includes(field.name) && !field.isOnlyAsked && !isCovered(field))
    .map((field) => rowOf(field, undefined, all))
    .filter(({ cells }) => cells.some(({ value }) => !isEmpty(value)));
  const unseen = preview ? [] : rest.filter(isContested);
  const place = ({ field }: Row) => placeIn(fields, field.name);
  const differing = [...previewed, ...unseen].toSorted(
    (one, other) => Number(isContested(other)) - Number(isContested(one)) || place(one) - place(other),
  );
  return { differing, alike: rest.filter((row) => !unseen.includes(row)) };
}

/** The record that stays where nobody has said another: the one that was made first. */
export const firstMade = (records: readonly AnyRecord[]): string | undefined =>
  records.toSorted((one, other) => one.createdAt.localeCompare(other.createdAt))[0]?.id;
