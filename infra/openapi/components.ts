import * as z from 'zod';

export type Json = { [key: string]: unknown };
type Io = 'input' | 'output';
type Names = ReadonlyMap<z.core.$ZodType, string>;
type Found = { name: string; io: Io; json: Json };

const largest = Number.MAX_SAFE_INTEGER;
const here = /"\$ref":"#\/\$defs\/([^"]+)"/g;
const placed = /"#\/\$(input|output)\/([^"]+)"/g;

/** Says no more than a reader needs: that an answer may gain fields is understood, a format stands for its pattern. */
function plain({ jsonSchema: json }: { jsonSchema: Json }, io: Io): void {
  if (io === 'output' && json.additionalProperties === false) delete json.additionalProperties;
  if (json.minimum === -largest) delete json.minimum;
  if (json.maximum === largest) delete json.maximum;
  if (json.format !== undefined) delete json.pattern;
}

/** The names of the document laid over what the schemas themselves say. */
const registryOf = (names: Names) =>
  Object.assign(z.registry<Json>(), {
    get: (schema: z.core.$ZodType) => {
      const id = names.get(schema);
      const said = z.globalRegistry.get(schema);
      return id === undefined ? said : { ...said, id };
    },
  });

/** References among definitions, marked with the direction that they were made for until `finish` knows their names. */
function marked(value: Json, io: Io): Json {
  const text = JSON.stringify(value);
  const nameless = /"\$ref":"#(?:\/\$defs\/__schema\d+)?"/.exec(text);
  if (nameless)
    throw new Error(
      `A schema that refers to itself needs a name: export it, like Condition. In ${text.slice(0, 200)}`,
    );
  return JSON.parse(text.replaceAll(here, (_, name: string) => `"$ref":"#/$${io}/${name}"`)) as Json;
}

const keyOf = (io: string, name: string) => `${io} ${name}`;

/** The schemas whose request form is not their answer form, or refers to one that is not. */
function split(found: ReadonlyMap<string, Found>): Set<string> {
  const both = [...found.values()].filter(
    ({ io, name }) => io === 'input' && found.has(keyOf('output', name)),
  );
  const neutral = (json: Json | undefined) => JSON.stringify(json).replaceAll(placed, '"$2"');
  const differ = new Set(
    both
      .filter(({ name, json }) => neutral(json) !== neutral(found.get(keyOf('output', name))?.json))
      .map(({ name }) => name),
  );
  const refersToOne = ({ json }: Found) =>
    [...JSON.stringify(json).matchAll(placed)].some(([, , name]) => differ.has(name ?? ''));
  for (let size = -1; size !== differ.size; ) {
    size = differ.size;
    for (const one of both) if (refersToOne(one)) differ.add(one.name);
  }
  return differ;
}

/** Collects the named schemas of a document. What is used in requests and answers and differs there is two: `Deal`, `DealInput`. */
export function componentsOf(names: Names) {
  const found = new Map<string, Found>();
  const registry = registryOf(names);

  function add(name: string, io: Io, json: Json): void {
    const before = found.get(keyOf(io, name));
    if (before && JSON.stringify(before.json) !== JSON.stringify(json))
      throw new Error(`Two schemas are called ${name}: rename an export, or give one a .meta({ id })`);
    found.set(keyOf(io, name), { name, io, json });
  }
  /** The JSON Schema of a schema; named ones, itself among them, are references. */
  function schemaOf(schema: z.ZodType, io: Io): Json {
    const override = (context: { jsonSchema: Json }) => plain(context, io);
    const options = { io, override, unrepresentable: 'any', metadata: registry } as const;
    const { $schema: _, $defs = {}, ...json } = z.toJSONSchema(schema, options as never) as Json;
    for (const [name, definition] of Object.entries($defs as Record<string, Json>))
      add(name, io, marked(definition, io));
    return marked(json, io);
  }
  /** What a reference of `schemaOf` points to; the value itself where it is none. */
  function resolved(json: Json): Json {
    const [, io, name] = /^#\/\$(input|output)\/(.+)$/.exec(String(json.$ref ?? '')) ?? [];
    return io && name ? (found.get(keyOf(io, name))?.json ?? {}) : json;
  }
  const isFree = (name: string, io: Io, json: Json) => {
    const before = found.get(keyOf(io, name)) ?? found.get(keyOf(io === 'input' ? 'output' : 'input', name));
    return before === undefined || JSON.stringify(before.json) === JSON.stringify(json);
  };
  return {
    schemaOf,
    resolved,
    /** A reference to a schema that has no name of its own, by the first name that is free. */
    refer(json: Json, io: Io, candidates: readonly string[]): Json {
      const name = candidates.find((one) => isFree(one, io, json)) ?? candidates.at(-1) ?? '';
      add(name, io, json);
      return { $ref: `#/$${io}/${name}` };
    },
    /** The document with its references in place, and the components that it refers to, by name. */
    finish<T extends Json>(document: T): { document: T; schemas: Record<string, Json> } {
      const differ = split(found);
      const called = (io: string, name: string) =>
        io === 'input' && differ.has(name) ? `${name}Input` : name;
      const settled = <V>(value: V): V =>
        JSON.parse(
          JSON.stringify(value).replaceAll(
            placed,
            (_, io: string, name: string) => `"#/components/schemas/${called(io, name)}"`,
          ),
        ) as V;
      const all = [...found.values()].map(({ io, name, json }) => [called(io, name), settled(json)] as const);
      return { document: settled(document), schemas: Object.fromEntries(all) };
    },
  };
}
export type Components = ReturnType<typeof componentsOf>;
