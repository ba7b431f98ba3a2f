import * as z from 'zod';

const reportCents = z.registry<{ isCents: true }>();
/** Of a figure that is cents where the report is of money, in the currency that it names (`currency`), and else a number of things. */
export function centsOfReport<S extends z.ZodType>(schema: S): S {
  const own = schema.clone();
  reportCents.add(own as z.ZodType, { isCents: true });
  return own;
}

/** A column, and where in a row's value its cell is found. Words name the row, and what lists are in it. */
export type Leaf = { column: string; path: readonly string[]; kind: 'word' | 'number' | 'reportCents' };
/** Figures by currency: money, or shares of it. */
export type ByCurrency = { column: string; path: readonly string[]; isMoney: boolean };
type Own = { leaves: Leaf[]; byCurrency: ByCurrency[]; parts: Part[] };
/** What of a report has rows: a list has one for each thing in it, the report itself has one. */
export type Part = Own & { name: string; path: readonly string[] };

/** Where a field stands: its path and its column in the row, and what parts inside it are called after. */
type Place = { path: readonly string[]; column: string; part: string };

const nothing: Own = { leaves: [], byCurrency: [], parts: [] };
const together = (all: readonly Own[]): Own => ({
  leaves: all.flatMap(({ leaves }) => leaves),
  byCurrency: all.flatMap(({ byCurrency }) => byCurrency),
  parts: all.flatMap(({ parts }) => parts),
});
const leafOf = (column: string, path: readonly string[], kind: Leaf['kind']): Own => ({
  ...nothing,
  leaves: [{ column, path, kind }],
});
const partOf = (schema: z.ZodObject, name: string, path: readonly string[]): Own => {
  const inside = name === 'whole' ? '' : `${name}.`;
  return { ...nothing, parts: [{ name, path, ...fieldsOf(schema, { path: [], column: '', part: inside }) }] };
};

/** What is optional, nullable or has a default, as itself. */
const bare = (schema: z.ZodType): z.ZodType => {
  const { innerType } = schema.def as { innerType?: z.ZodType };
  return innerType ? bare(innerType) : schema;
};

/** Numbers that name their row: the month of a year, and how many months after. */
const counted = new Set(['month', 'after']);

/** By a closed set of keys they are columns; else the keys are currencies. */
function ofRecord({ keyType, valueType }: z.ZodRecord, { path, column }: Place): Own {
  if (keyType instanceof z.ZodEnum)
    return together(
      keyType.options.map((key) => leafOf(`${column}.${key}`, [...path, String(key)], 'number')),
    );
  const isMoney = bare(valueType as z.ZodType) instanceof z.ZodNumberFormat; // whole cents, which are written as amounts
  const called = column.replace(/cents$/i, (end) => (isMoney ? (end === 'cents' ? 'amount' : 'Amount') : ''));
  return { ...nothing, byCurrency: [{ column: called, path, isMoney }] };
}

function ofSchema(schema: z.ZodType, place: Place): Own {
  const [inner, { path, column, part }] = [bare(schema), place];
  if (inner instanceof z.ZodRecord) return ofRecord(inner, place);
  if (inner instanceof z.ZodObject) return fieldsOf(inner, { path, column: `${column}.`, part });
  if (inner instanceof z.ZodArray) {
    const element = bare(inner.element as z.ZodType);
    if (element instanceof z.ZodObject) return partOf(element, `${part}${path.at(-1)}`, path);
  }
  if (reportCents.get(schema)) return leafOf(column, path, 'reportCents');
  const isName = !(inner instanceof z.ZodNumber) || counted.has(column);
  return leafOf(column, path, isName ? 'word' : 'number');
}

/** `whole` has the columns that rows have, and so has the period `before`. */
function fieldsOf(schema: z.ZodObject, { path, column, part }: Place): Own {
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>);
  return together(
    fields.map(([name, field]) => {
      const [inner, own] = [bare(field), [...path, name]];
      const isObject = inner instanceof z.ZodObject;
      if (isObject && name === 'whole') return fieldsOf(inner, { path: own, column, part });
      if (isObject && name === 'before') return partOf(inner, name, own);
      return ofSchema(field, { path: own, column: column + name, part });
    }),
  );
}

const known = new WeakMap<z.ZodType, Part>();
/** A report's contract as parts that have rows, and their columns. Throws for what is no object. */
export function tableOf(schema: z.ZodType): Part {
  const found = known.get(schema);
  if (found) return found;
  const [made] = schema instanceof z.ZodObject ? partOf(schema, 'whole', []).parts : [];
  if (!made) throw new TypeError('A report is an object.');
  known.set(schema, made);
  return made;
}
