/** What the cells of a page are made with besides the records: whom and what they name, as the reader may see it. */
export type Around = {
  /** IANA name. */
  timeZone: string;
  emailOfUser: (id: string | undefined) => string | undefined;
  contact: (id: string | undefined) => { name?: string | undefined; email?: string | undefined } | undefined;
  company: (id: string | undefined) => string | undefined;
  pipeline: (id: string | undefined) => string | undefined;
  stage: (pipelineId: string | undefined, id: string | undefined) => string | undefined;
};

export type Cell = string | number | boolean | undefined;
/**
 * A column of a CSV file. `of`: the field of the API that it tells of, by which columns are chosen. `header`: as an import knows it
 * again by itself (`shared/imports/mapping`).
 */
export type Column<T> = { of: string; header: string; cell: (record: T, around: Around) => Cell };

export const column = <T>(of: string, header: string, cell: Column<T>['cell']): Column<T> => ({
  of,
  header,
  cell,
});

/** Values of a list in one cell, which an import takes apart again. */
export const joined = (values: readonly string[] | undefined): string | undefined =>
  values && values.length > 0 ? values.join('; ') : undefined;

/** Cents as an amount of the unit. */
export const amount = (cents: number | undefined): string | undefined =>
  cents === undefined ? undefined : (cents / 100).toFixed(2);

/** A number that is read alike in every country: of three decimals it would be thousands where people write them with a dot. */
export const numeral = (value: number | undefined): string | undefined => {
  const text = value === undefined ? undefined : String(value);
  return text && /^-?\d+\.\d{3}$/.test(text) ? `${text}0` : text;
};

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  formats.set(timeZone, made);
  return made;
}

const two = (value: number) => String(value).padStart(2, '0');
/** A moment (ISO 8601) to the second, as a time zone tells it, with the zone's offset: `2026-03-05 14:00:00+01:00`. */
export function instantIn(at: string | undefined, timeZone: string): string | undefined {
  if (at === undefined) return undefined;
  const ms = Math.floor(Date.parse(at) / 1000) * 1000;
  const local = formatOf(timeZone).format(ms);
  const minutes = Math.round((Date.parse(`${local.replace(' ', 'T')}Z`) - ms) / 60_000);
  const of = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(of / 60))}:${two(of % 60)}`;
}
