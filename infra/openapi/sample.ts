import { type IdKind, idPrefixes } from '../../shared/core/ids.ts';
import type { Json } from './components.ts';

type Resolve = (schema: Json) => { schema: Json; name?: string | undefined };
export type Known = {
  resolve: Resolve;
  /** Fields that examples of requests give to a named schema: its answers show the same. */
  given: (name: string) => Json;
  /** Only what must be there. */
  isBare?: boolean;
};

const at = '2026-11-20T09:30:00.000Z';
const byFormat: Record<string, string> = {
  'date-time': at,
  date: '2026-11-20',
  time: '09:30:00',
  email: 'ada@engines.example',
  uri: 'https://engines.example/',
  uuid: '6b1f6c0a-7c1e-4f43-9d0b-3b0a6f2f9a11',
};
const idOf = (kind: IdKind) => `${idPrefixes[kind]}_01KAPRM3V5Z8Y7Q2W4X6T9N1BC`;
const named = /^(\w+?)Id$/;
/** `contactId` where the contract says no more than that it is a text. */
const idNamed = (name: string): string[] => {
  const kind = named.exec(name)?.[1];
  return kind && Object.hasOwn(idPrefixes, kind) ? [idOf(kind as IdKind)] : [];
};
/** What a field of this name holds for example, `id`, `kind` and `type` with the name of what has them; the first that the schema allows. */
const byName: [RegExp, unknown[]][] = [
  [/(by|actor|\.user)\.id$/i, [idOf('user')]],
  [/(by|actor)\.kind$/i, ['user']],
  [/(record|item)\.id$/i, [idOf('contact')]],
  [/record\.kind$/i, ['contact']],
  [/stage\.id$/i, ['proposal']],
  [/\.type$|eventType|^types?$/, ['contact.updated']],
  [/keyId/, [idOf('key')]],
  [/cause/, ['JKJaXmPLvHcESHA=']],
  [/^from$/, ['192.0.2.10']],
  [/^fields?$/, ['jobTitle']],
  [/^status$/, [200]],
  [/(^|[a-z])ms$/i, [240]],
  [/recordId/, [idOf('contact')]],
  [/pipelineId$/i, [idOf('pipeline')]],
  [/stageId$/i, ['proposal']],
  [/source\.kind$/, ['api']],
  [/lastActivity\.id$/, [idOf('activity')]],
  [/lastActivity\.kind$/, ['call']],
  [/externalId/, ['erp-1001']],
  [/birthday/, ['1815-12-10']],
  [/^company$/, ['Analytical Engines']],
  [/jobTitle/, ['Head of research']],
  [/requestId/, ['JKJaXmPLvHcESHA=']],
  [/industry/, ['Manufacturing']],
  [/category/, ['Pumps']],
  [/unit$/, ['piece']],
  [/network/, ['linkedin']],
  [/contentType/, ['application/pdf']],
  [/^(to|cc)$/, ['ada@engines.example', idOf('user')]],
  [/hidden|readonly/, ['phones']],
  [/roles?$/, ['rep']],
  [/email|address$/i, ['ada@engines.example']],
  [/phone|number$/i, ['+4930901820', 1]],
  [/url$|website/i, ['https://engines.example/']],
  [/cursor/i, ['eyJhIjoxfQ']],
  [/currency/i, ['EUR']],
  [/cents$/i, [1_250_000]],
  [/firstName/, ['Ada']],
  [/lastName/, ['Lovelace']],
  [/timeZone|zone$/i, ['Europe/Berlin']],
  [/language|locale/i, ['en']],
  [/country/i, ['DE']],
  [/title|name|label$/i, ['Analytical engine']],
  [/subject/i, ['Your analytical engine']],
  [/text|body|note|description|detail|message/i, ['She would like to see the engine.']],
  [/html/i, ['<p>She would like to see the engine.</p>']],
  [/(^a|A)t$/, [at]],
  [/(^o|O)n$/, ['2026-11-20']],
];
const forms: unknown[] = [
  '2026-11',
  'budget',
  'a',
  'EUR',
  'DE',
  '+4930901820',
  'engines.example',
  '09:30',
  '#336699',
  '1',
  'A',
];

const idPattern = /^\^([a-z]{2})_\[0-9A-HJKMNP/;
const classPattern = /^\^([\w-]*)(\[[^\]]+\])\{(\d+)(?:,\d*)?\}\$$/;
const letters = '4kQ7mZ2vR9xT5nW8aB3cD6eF1gH0';
/** A text of one class of characters behind a prefix, as keys and tokens are. */
function token(pattern: string): string | undefined {
  const [, prefix = '', of, length] = classPattern.exec(pattern) ?? [];
  if (!of) return undefined;
  const allowed = [...letters].filter((letter) => new RegExp(of).test(letter));
  const all = allowed.join('').repeat(Math.ceil(Number(length) / Math.max(allowed.length, 1)));
  return prefix + all.slice(0, Number(length));
}
const fits = ({ pattern, minLength = 0, maxLength = 1e9 }: Json, value: unknown): boolean =>
  typeof value === 'string' &&
  value.length >= (minLength as number) &&
  value.length <= (maxLength as number) &&
  (pattern === undefined || new RegExp(pattern as string).test(value));

const namedValues = (name: string) => [
  ...idNamed(name),
  ...byName.flatMap(([form, values]) => (form.test(name) ? values : [])),
];
/** What is there only where something is gone, or was refused. */
const unusual = new Set([
  'deletedAt',
  'purgeAt',
  'erasedAt',
  'erased',
  'withheld',
  'error',
  'removed',
  'closedAt',
  'lostReason',
  'wonReason',
]);

function text(schema: Json, name: string): unknown {
  const { pattern, format, minLength = 0 } = schema;
  const [, prefix] = idPattern.exec(String(pattern ?? '')) ?? [];
  if (prefix) return `${prefix}_01KAPRM3V5Z8Y7Q2W4X6T9N1BC`;
  const formatted = byFormat[String(format ?? '')];
  if (formatted) return formatted;
  const long = 'engine '.repeat(Math.ceil((minLength as number) / 7)).slice(0, minLength as number);
  return (
    [...namedValues(name), ...forms, token(String(pattern ?? '')), long].find((value) =>
      fits(schema, value),
    ) ?? ''
  );
}

const number = ({ minimum = 0, maximum = 1e12, exclusiveMinimum = -1 }: Json, name: string): number => {
  const named = namedValues(name).find((value) => typeof value === 'number') ?? 1;
  const least = Math.max(minimum as number, (exclusiveMinimum as number) + 1);
  return Math.min(Math.max(named as number, least), maximum as number);
};

const choicesOf = ({ anyOf, oneOf }: Json) => (anyOf ?? oneOf) as Json[] | undefined;
const isNull = ({ type, const: only }: Json) => type === 'null' || only === null;
const deepest = 5;

const isOfItsOwner = (key: string) => ['id', 'kind', 'type'].includes(key);
function object(schema: Json, known: Known, name: string, depth: number, component?: string): Json {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>);
  const required = (schema.required ?? []) as string[];
  const isShown = !known.isBare && depth < deepest - 1;
  const shown = properties.filter(([key]) => (isShown && !unusual.has(key)) || required.includes(key));
  const made = shown.map(([key, one]) => [
    key,
    sampleOf(one, known, isOfItsOwner(key) ? `${name}.${key}` : key, depth + 1),
  ]);
  const given = component ? known.given(component) : {};
  const same = Object.entries(given).filter(([key]) => properties.some(([own]) => own === key));
  return Object.fromEntries([...made, ...same]) as Json;
}

function array({ items = {}, minItems = 0 }: Json, known: Known, name: string, depth: number): unknown[] {
  const isEmpty = depth >= deepest && minItems === 0;
  const one = () => sampleOf(items as Json, known, name.replace(/s$/, ''), depth + 1);
  return isEmpty ? [] : Array.from({ length: Math.max(1, minItems as number) }, one);
}

function byType(schema: Json, known: Known, name: string, depth: number, component?: string): unknown {
  const type =
    [schema.type].flat().find((one) => one !== 'null') ?? (schema.properties ? 'object' : undefined);
  if (type === 'object') return object(schema, known, name, depth, component);
  if (type === 'array') return array(schema, known, name, depth);
  if (type === 'string') return text(schema, name);
  if (type === 'boolean') return true;
  return type === 'integer' || type === 'number' ? number(schema, name) : (type ?? null) && null;
}

const literal = ({ const: only, enum: some, examples, default: usual }: Json): unknown =>
  [only, (examples as unknown[] | undefined)?.[0], (some as unknown[] | undefined)?.[0], usual].find(
    (value) => value !== undefined,
  );

/** What only its own parser knows the rules of. */
const condition = { lifecycle: 'lead' };
const ruled = (component: string | undefined, name: string, { properties }: Json): unknown =>
  component === 'Condition' || (name === 'condition' && !properties) ? condition : undefined;

/** A value that a JSON schema (2020-12, as zod writes it) allows, like what people would have there; the same every time. */
export function sampleOf(given: Json, known: Known, name = '', depth = 0): unknown {
  const { schema, name: component } = known.resolve(given);
  if (depth > deepest + 4) return null;
  const said = literal(schema) ?? ruled(component, name, schema);
  if (said !== undefined) return said;
  const choice = choicesOf(schema)?.find((one) => !isNull(known.resolve(one).schema));
  if (choice) return sampleOf(choice, known, name, depth);
  const all = schema.allOf as Json[] | undefined;
  if (all) return Object.assign({}, ...all.map((one) => sampleOf(one, known, name, depth)));
  return byType(schema, known, name, depth, component);
}
