import * as z from 'zod';
import type { FieldChanges } from './record.ts';

/** `erased` stands in place of a value that a record cannot be without. */
type Flag = { personal: true; erased?: unknown };
const flags = z.registry<Flag>();

/**
 * Flags a field as telling something of a person, so that an erasure takes it out of the record. A test walks every
 * record's schema and fails at a field that is neither flagged nor on its list of those that tell nothing.
 */
export function personal<S extends z.ZodType>(schema: S, erased?: unknown): S {
  const own = schema.clone(); // a schema may be another field's as well
  flags.add(own as z.ZodType, { personal: true, erased });
  return own;
}

/** What every wrapper (optional, default, nullable) around a schema hides. */
function* layersOf(schema: z.ZodType): Generator<z.ZodType> {
  let layer: z.ZodType | undefined = schema;
  while (layer) {
    yield layer;
    layer = (layer.def as { innerType?: z.ZodType }).innerType;
  }
}
const flagOf = (schema: z.ZodType): Flag | undefined => {
  for (const layer of layersOf(schema)) {
    const flag = flags.get(layer); // also of what it was derived from by `describe`
    if (flag) return flag;
  }
  return undefined;
};
function shapeOf(schema: z.ZodType): Record<string, z.ZodType> | undefined {
  for (const layer of layersOf(schema)) if (layer instanceof z.ZodObject) return layer.shape;
  return undefined;
}

export type Field = { path: string; isPersonal: boolean };
/** Every field of an object, those of objects inside it by their path: `source.pageUrl`. */
export function fieldsOf(schema: z.ZodType, prefix = ''): Field[] {
  return Object.entries(shapeOf(schema) ?? {}).flatMap(([name, field]): Field[] => {
    const path = prefix + name;
    if (flagOf(field)) return [{ path, isPersonal: true }];
    const inner = fieldsOf(field, `${path}.`);
    return inner.length > 0 ? inner : [{ path, isPersonal: false }];
  });
}

function cleared(schema: z.ZodType, value: unknown): unknown {
  const shape = shapeOf(schema);
  if (!shape || typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    const field = shape[name];
    const flag = field && flagOf(field);
    if (flag) return flag.erased === undefined ? [] : [[name, flag.erased]];
    return [[name, field ? cleared(field, inner) : inner]];
  });
  return Object.fromEntries(kept);
}

/** A record with nothing left in it of the person: flagged fields are gone, empty or what their flag says. */
export const withoutPersonal = <T>(schema: z.ZodType<T>, record: T): T =>
  schema.parse(cleared(schema, record));

/** What a change says that must not be remembered: of personal fields the names alone. */
export function withoutPersonalValues(schema: z.ZodType, fields: FieldChanges): FieldChanges {
  const shape = shapeOf(schema) ?? {};
  const tells = (name: string) => {
    const field = shape[name];
    return (
      field === undefined || flagOf(field) !== undefined || fieldsOf(field).some((one) => one.isPersonal)
    );
  };
  return Object.fromEntries(
    Object.entries(fields).map(([name, change]) => [name, tells(name) ? {} : change]),
  );
}
