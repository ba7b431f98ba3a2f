import * as z from 'zod';
import type { Item, Key } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { CustomKind } from './custom.ts';
import { Field, type FieldType } from './field.ts';

/** FIELD-2: all fields of a kind of record in one item, written with each of them. `version` counts its writes. */
export const Catalogue = z.object({
  of: CustomKind,
  version: z.int(),
  fields: z.array(Field),
});
export type Catalogue = z.infer<typeof Catalogue>;

export const catalogueKey = (workspaceId: string, of: CustomKind): Key => ({
  pk: `${workspacePk(workspaceId)}#FIELDS`,
  sk: `OF#${of.toUpperCase()}`,
});
export const noFields = (of: CustomKind): Catalogue => ({ of, version: 0, fields: [] });
export const catalogueItem = (workspaceId: string, catalogue: Catalogue): Item => ({
  ...catalogueKey(workspaceId, catalogue.of),
  ...catalogue,
});

const before = (a: Field, b: Field) => a.order - b.order || (a.key < b.key ? -1 : 1);
/** The catalogue after a change of one of its fields. */
export function withField(
  { of, version, fields }: Catalogue,
  id: string,
  field: Field | undefined,
): Catalogue {
  const others = fields.filter((one) => one.id !== id);
  return { of, version: version + 1, fields: (field ? [...others, field] : others).toSorted(before) };
}

/** Of a catalogue's item, the keys of the fields that tell who is meant; none where there is no item. */
export function identifyingIn(item: Item | undefined): string[] {
  const { fields = [] } = (item ?? {}) as Partial<Pick<Catalogue, 'fields'>>;
  return fields.filter(({ identifies, archived }) => identifies && !archived).map(({ key }) => key);
}

/** The keys of the fields that are required. */
export function requiredIn(item: Item | undefined): string[] {
  const { fields = [] } = (item ?? {}) as Partial<Pick<Catalogue, 'fields'>>;
  return fields.filter(({ required, archived }) => required && !archived).map(({ key }) => key);
}

/** The keys of the fields in the archive: of them nothing is asked. */
export function archivedIn(item: Item | undefined): string[] {
  const { fields = [] } = (item ?? {}) as Partial<Pick<Catalogue, 'fields'>>;
  return fields.filter(({ archived }) => archived).map(({ key }) => key);
}

/** What conditions may ask of a kind's custom fields: `custom.<key>` by type, without those in the archive. */
export const customFieldTypes = ({ fields }: Catalogue): Record<`custom.${string}`, FieldType> =>
  Object.fromEntries(
    fields.filter(({ archived }) => !archived).map(({ key, type }) => [`custom.${key}`, type]),
  );
