import * as z from 'zod';
import { idOf } from '../../core/ids.ts';
import { recordPermission, resourceOf } from '../../core/policy.ts';
import { type MergeableKind, mostMerged } from '../../core/record.ts';
import { defineRoute } from '../../core/route.ts';
import { veilRecord, veilTogether } from '../../core/veil.ts';
import type { RecordShape } from '../record-shape.ts';
import { veilApart } from './merge-veil.ts';

const none = { params: z.object({}), query: z.object({}), body: z.object({}) };

/** A field of the records, as a preview shows it. */
const MergedField = z.object({
  field: z.string().describe('`custom.<name>` and `consents.<purpose>` are fields of their own.'),
  values: z.array(z.object({ id: z.string(), value: z.unknown() })).describe('Of each record that has one.'),
  value: z.unknown().optional().describe('What stays.'),
  from: z.array(z.string()).describe('Whose it is; of a list all that gave to it.'),
  isChoosable: z.boolean().describe('Whether `values` of the request may say whose stays.'),
  leftOut: z
    .array(z.object({ id: z.string(), value: z.unknown() }))
    .describe('Of a list what found no room; an address of them finds the record all the same.'),
});

const exampleIds = {
  contact: ['ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BD', 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BE'],
  company: ['cm_01KAPRM3V5Z8Y7Q2W4X6T9N1BD', 'cm_01KAPRM3V5Z8Y7Q2W4X6T9N1BE'],
} as const satisfies Record<MergeableKind, readonly string[]>;

const mergeErrors = (kind: MergeableKind) => [
  `${kind}_not_found`,
  'reference_unknown',
  'record_merged',
  'record_out_of_reach',
  'permission_missing',
  'owner_out_of_reach',
  'field_forbidden',
  'too_many_merged',
  'merge_too_large',
  'version_mismatch',
  ...(kind === 'contact' ? ['contact_erased'] : ['company_cycle']),
];

/** Merge records of a kind into one, see before what would come of it and after what it was of, and take one out again. */
export function mergeRoutes(shape: RecordShape & { kind: MergeableKind }) {
  const { kind, name, names, tag, a, body, example } = shape;
  const idName = `${kind}Id`;
  const one = `/v1/${resourceOf[kind]}/{${idName}}` as const;
  const [first, second] = exampleIds[kind];
  const asked = {
    method: 'POST',
    tag,
    access: recordPermission(kind, 'edit'),
    ...none,
    params: z.object({ [idName]: idOf(kind) }),
    status: 200,
  } as const;
  const exampleParams = { [idName]: example.id };
  const Chosen = z
    .record(z.string().max(80), idOf(kind))
    .default({})
    .describe('By field the record whose value stays, where it is not to be the one that stays by itself.');
  const Asked = z.strictObject({
    ids: z
      .array(idOf(kind))
      .min(1)
      .max(mostMerged)
      .describe('Those that are merged into it, the first one first.'),
    values: Chosen,
  });
  return {
    merged: defineRoute({
      ...asked,
      method: 'GET',
      access: recordPermission(kind, 'read'),
      operationId: `listMerged${names}`,
      path: `${one}/merged`,
      summary: `The ${resourceOf[kind]} that were merged into this one` as string,
      description:
        'As they stood, in the order of `mergedIds`, ten at most. Who may read this one sees them, whosever they were, without every field that is hidden from them of any record. Two requests to the table.' as string,
      veil: veilTogether(kind),
      response: z.object({
        items: z.array(
          z.object({
            mergedInto: idOf(kind).describe('This one, or one of these: then that is to be taken out first.'),
            record: body,
          }),
        ),
      }),
      errors: [`${kind}_not_found`],
      example: { params: exampleParams },
    }),
    preview: defineRoute({
      ...asked,
      operationId: `preview${name}Merge`,
      path: `${one}/merge/preview`,
      summary: `What would come of merging ${resourceOf[kind]}` as string,
      description:
        'The fields of which the records say different things, and what would stay. It makes nothing, and is refused where the merge would be. Two requests to the table.' as string,
      body: Asked,
      response: z.object({ fields: z.array(MergedField), mergedIds: z.array(z.string()) }),
      errors: mergeErrors(kind),
      example: { params: exampleParams, body: { ids: [first] } },
    }),
    merge: defineRoute({
      ...asked,
      operationId: `merge${names}`,
      path: `${one}/merge`,
      summary: `Merge ${resourceOf[kind]} into this one` as string,
      description:
        `${a.charAt(0).toUpperCase()}${a.slice(1)} stays, with their timelines, deals, links, tags and all that names them; their ids mean it from then on: a GET is answered with 301, and whatever is written with one of them is written of it. At most ${mostMerged} are merged into one in all. One transaction, however much there is of them. It asks for the right to edit this one and to delete the others. Asked again, it is done. \`docs/merging.md\` says which field wins.` as string,
      body: Asked,
      veil: veilRecord(kind),
      response: body,
      errors: mergeErrors(kind),
      example: { params: exampleParams, body: { ids: [first, second], values: { externalId: first } } },
    }),
    unmerge: defineRoute({
      ...asked,
      operationId: `unmerge${name}`,
      path: `${one}/unmerge`,
      summary: `Take out again what was merged into this one` as string,
      description:
        'It stands as it was, with all that names it; what came from it goes from the fields of this one, but for those that were changed since (`kept`). What was written with the id of this one since the merge stays with it. One transaction. Where another record has taken since what no two may have, the answer is 409 and says in `existingId` which.' as string,
      body: z.strictObject({ id: idOf(kind).describe('One that was merged into this one itself.') }),
      veil: veilApart(kind),
      response: z.object({
        survivor: body,
        record: body,
        kept: z.array(z.string()).describe('Fields that came from it, were changed since, and stay.'),
      }),
      errors: [
        `${kind}_not_found`,
        'not_merged',
        'record_out_of_reach',
        'permission_missing',
        'field_value_taken',
        'external_id_taken',
        'version_mismatch',
        ...(kind === 'contact' ? ['email_taken', 'contact_erased'] : ['domain_taken', 'company_cycle']),
      ],
      example: { params: exampleParams, body: { id: first } },
    }),
  };
}
export type MergeRoutes = ReturnType<typeof mergeRoutes>;
