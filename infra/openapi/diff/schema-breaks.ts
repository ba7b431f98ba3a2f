import { narrowedLimits } from './limits.ts';
import { choicesOf, nameOf, type Schema, type Schemas, settled, typesOf, valuesOf } from './schema.ts';

/** `request`: what was taken is to be taken still. `answer`: what was promised is to be kept. */
export type Side = 'request' | 'answer';
type Compared = {
  side: Side;
  schemas: { before: Schemas; after: Schemas };
  /** Pairs of names under comparison: what holds itself is compared once. */
  within: readonly string[];
};

const list = (values: Iterable<string>) => [...values].sort().join(', ');
const covers = (types: Set<string>, type: string) =>
  types.has(type) || (type === 'integer' && types.has('number'));

function typeBreaks(before: Schema, after: Schema, side: Side): string[] {
  const [sent, taken] = side === 'request' ? [before, after] : [after, before];
  const beyond = [...typesOf(sent)].filter((type) => !covers(typesOf(taken), type));
  if (beyond.length === 0) return [];
  return [side === 'request' ? `takes no ${list(beyond)} any more` : `may now be ${list(beyond)}`];
}

/** An answer may have a value more: who reads it is told to expect that. A request may have none less. */
function valueBreaks(before: Schema, after: Schema, side: Side): string[] {
  const [had, has] = [valuesOf(before), valuesOf(after)];
  if (side === 'answer' || !has) return [];
  if (!had) return [`takes only ${list(has)}`];
  const lost = had.filter((value) => !has.includes(value));
  return lost.length > 0 ? [`takes ${list(lost)} no more`] : [];
}

const isOpen = ({ additionalProperties: any }: Schema) => any !== false;

function fieldBreaks(before: Schema, after: Schema, side: Side): string[] {
  const names = Object.keys(before.properties ?? {});
  const gone = names.filter((name) => !after.properties?.[name]).map((name) => `${name}: is gone`);
  const [was, is] = [new Set(before.required), new Set(after.required)];
  const needed = [...is].filter((name) => !was.has(name)).map((name) => `${name}: is required now`);
  const unsure = [...was]
    .filter((name) => !is.has(name) && after.properties?.[name])
    .map((name) => `${name}: may be missing now`);
  const closed = isOpen(before) && !isOpen(after) ? ['takes no further fields any more'] : [];
  return [...gone, ...(side === 'request' ? [...needed, ...closed] : unsure)];
}

const under = (name: string, findings: readonly string[]) =>
  findings.map((one) => {
    if (!/^[\w[\]*.]+: /.test(one)) return `${name}: ${one}`;
    return one.startsWith('[]') ? `${name}${one}` : `${name}.${one}`;
  });
const asSchema = (value: Schema | boolean | undefined): Schema | undefined =>
  typeof value === 'object' ? value : undefined;

/** What is inside of both: fields, items, values of other names. */
function innerBreaks(before: Schema, after: Schema, compared: Compared): string[] {
  const fields = Object.entries(before.properties ?? {}).flatMap(([name, one]) => {
    const other = after.properties?.[name];
    return other ? under(name, schemaBreaks(one, other, compared)) : [];
  });
  const pairs: [string, Schema | undefined, Schema | undefined][] = [
    ['[]', before.items, after.items],
    ['*', asSchema(before.additionalProperties), asSchema(after.additionalProperties)],
  ];
  const others = pairs.flatMap(([name, one, other]) =>
    one && other ? under(name, schemaBreaks(one, other, compared)) : [],
  );
  return [...fields, ...others];
}

function plainBreaks(before: Schema, after: Schema, compared: Compared): string[] {
  const { side } = compared;
  const types = typeBreaks(before, after, side);
  if (types.length > 0) return types;
  const formatted = before.format !== after.format ? [`format is ${after.format}, was ${before.format}`] : [];
  return [
    ...valueBreaks(before, after, side),
    ...(side === 'request' ? narrowedLimits(before, after) : formatted),
    ...fieldBreaks(before, after, side),
    ...innerBreaks(before, after, compared),
  ];
}

const fewest = (all: string[][]): string[] =>
  all.reduce((best, one) => (one.length < best.length ? one : best), all[0] ?? ['is gone']);

/** Each choice that must be met is met by one of the others, as far as that is possible. */
function choiceBreaks(before: Schema[], after: Schema[], compared: Compared): string[] {
  if (compared.side === 'request')
    return before.flatMap((one) => fewest(after.map((other) => plainBreaks(one, other, compared))));
  // A further kind of object is like a further value: who reads a choice is told to expect more.
  const isFurther = (one: Schema) => before.length > 1 && typesOf(one).has('object');
  const broken = after.flatMap((other) => {
    const found = fewest(before.map((one) => plainBreaks(one, other, compared)));
    return found.length > 0 && !isFurther(other) ? found : [];
  });
  const kept = before.filter((one) => typesOf(one).has('object'));
  const lost = kept.flatMap((one) => fewest(after.map((other) => plainBreaks(one, other, compared))));
  return [...broken, ...(before.length > 1 ? lost : [])];
}

/** What of a schema breaks who relied on what it was, a line each, with the way to it. */
export function schemaBreaks(before: Schema, after: Schema, compared: Compared): string[] {
  const pair = `${nameOf(before) ?? ''} ${nameOf(after) ?? ''}`;
  if (pair.trim() && compared.within.includes(pair)) return [];
  const { schemas } = compared;
  const inside = { ...compared, within: [...compared.within, pair] };
  const [had, has] = [choicesOf(before, schemas.before), choicesOf(after, schemas.after)];
  const findings =
    had.length === 1 && has.length === 1
      ? plainBreaks(settled(had[0] ?? {}, schemas.before), settled(has[0] ?? {}, schemas.after), inside)
      : choiceBreaks(had, has, inside);
  return [...new Set(findings)];
}
