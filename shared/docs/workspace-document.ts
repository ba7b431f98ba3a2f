import type { GovernedKind } from '../core/policy.ts';

type Json = { [key: string]: unknown };
/** Custom fields of a kind as JSON Schema (2020-12): as answers show them, as a new record takes them, as a patch does. */
export type CustomSchemas = { answer: Json; made: Json; patch: Json };

const pascal = (kind: string) => kind.charAt(0).toUpperCase() + kind.slice(1);
/** What the document calls them: `ContactCustom`, `NewContactCustom`, `ContactCustomPatch`. */
export const customNames = (kind: string): Record<keyof CustomSchemas, string> => ({
  answer: `${pascal(kind)}Custom`,
  made: `New${pascal(kind)}Custom`,
  patch: `${pascal(kind)}CustomPatch`,
});

const listed = (value: unknown) => (Array.isArray(value) ? (value as string[]) : []);
/** Where a custom field is needed, so is `custom` in a new record. */
function withNeeded(kind: string, { made }: CustomSchemas, schemas: Record<string, unknown>) {
  const name = `New${pascal(kind)}`;
  const schema = schemas[name] as Json | undefined;
  if (!schema || listed(made.required).length === 0) return {};
  return { [name]: { ...schema, required: [...new Set([...listed(schema.required), 'custom'])] } };
}

type Document = Json & { components: Json & { schemas: Record<string, unknown> } };

/**
 * The public document with a workspace's own custom fields in place of «any». Pure, and knows no zod: what it costs is a copy of
 * one object of names. A kind that is left out stays as it is.
 */
export function workspaceDocument<D extends Document>(
  document: D,
  custom: Partial<Record<GovernedKind, CustomSchemas>>,
): D {
  const own = Object.entries(custom).flatMap(([kind, schemas]) => {
    const names = customNames(kind);
    return (Object.keys(names) as (keyof CustomSchemas)[]).map(
      (form) => [names[form], schemas[form]] as const,
    );
  });
  const known = own.filter(([name]) => name in document.components.schemas);
  const before = document.components.schemas;
  const needed = Object.entries(custom).map(([kind, one]) => withNeeded(kind, one, before));
  const schemas = Object.assign({}, before, ...needed, Object.fromEntries(known));
  return { ...document, components: { ...document.components, schemas } };
}
