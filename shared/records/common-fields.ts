import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { clearable } from '../core/patch.ts';
import { personal } from '../core/personal.ts';
import type { UniqueValue } from '../core/record.ts';
import { CustomFields, CustomKeys, CustomPatch } from '../fields/custom.ts';

/** A tag, as a record has it and as a list asks for it. */
export const Tag = z.string().trim().min(1).max(50);
const Tags = z.array(Tag).max(50);

/** What people and programs may set of a record of any kind. */
export const commonFields = {
  ownerId: idOf('user').optional(),
  tags: personal(Tags.default([])),
  custom: personal(CustomFields.default({})),
  externalId: personal(z.string().trim().min(1).max(200).optional()).describe(
    'Its id in another system; no two records of a kind have the same.',
  ),
};
/** The same in a patch (RFC 7396). */
export const commonPatch = {
  ownerId: idOf('user').nullish(),
  tags: clearable(Tags),
  custom: CustomPatch.optional(),
  externalId: z.string().trim().min(1).max(200).nullish(),
};
/** What is kept of a record besides, and never shown: the values of custom fields that no other record may have. */
export const keptFields = {
  customKeys: personal(CustomKeys.optional()),
};

type Common = {
  externalId?: string | undefined;
  customKeys?: CustomKeys | undefined;
};
/** The unique values that a record of any kind may have. */
export const commonUnique = (kind: string, { externalId, customKeys = [] }: Common): UniqueValue[] => [
  ...(externalId
    ? [
        {
          name: `${kind}_external_id`,
          value: externalId,
          code: 'external_id_taken',
          pointer: '/externalId',
        },
      ]
    : []),
  ...customKeys.map(({ key, value }) => ({
    name: `${kind}_custom_${key}`,
    value,
    code: 'field_value_taken',
    pointer: `/custom/${key}`,
  })),
];

/** The most that custom fields hold in all, in bytes of JSON: a record stays far below the 400 KB of an item, also twice in a change. */
export const mostCustomBytes = 32_000;
