import fc from 'fast-check';
import { hideable } from '../../shared/core/hideable.ts';
import {
  type FieldKind,
  FieldRule,
  type GovernedKind,
  type Reach,
  type RecordRights,
  type RolePolicy,
  reaches,
  SettingPermission,
} from '../../shared/core/policy.ts';

type FiveReaches = readonly [read: Reach, create: Reach, edit: Reach, remove: Reach, leave: Reach];
export const rightsIn = (
  [read, create, edit, remove, leave]: FiveReaches,
  unassigned = false,
): RecordRights => ({ read, create, edit, delete: remove, export: leave, unassigned });
/** One reach for every verb. */
export const everyVerb = (reach: Reach, unassigned = false) =>
  rightsIn([reach, reach, reach, reach, reach], unassigned);

type Given = {
  [Kind in GovernedKind]?: RecordRights;
} & { fields?: Partial<RolePolicy['fields']>; settings?: SettingPermission[] };

const withoutRead = ({ read: _, ...rest }: RecordRights) => rest;

/** A role that may do nothing but what is given. */
export function aPolicy({ fields, settings = [], ...records }: Given = {}): RolePolicy {
  const { contact, deal, task, activity, ...later } = records;
  const nothing = everyVerb('none');
  return {
    records: {
      ...later,
      contact: contact ?? nothing,
      deal: deal ?? nothing,
      task: task ?? nothing,
      activity: withoutRead(activity ?? nothing),
    },
    fields: { contact: {}, deal: {}, task: {}, ...fields },
    settings,
  };
}

const reach = fc.constantFrom(...reaches);
const records = fc
  .tuple(reach, reach, reach, reach, reach, fc.boolean())
  .map(([read, create, edit, remove, leave, unassigned]) =>
    rightsIn([read, create, edit, remove, leave], unassigned),
  );
const custom = ['custom', 'custom.birthday', 'custom.budget'];
const rulesOf = (kind: FieldKind) =>
  fc.dictionary(
    fc.constantFrom(
      ...hideable[kind],
      ...((hideable[kind] as readonly string[]).includes('custom') ? custom : []),
    ),
    fc.constantFrom(...FieldRule.options),
    { maxKeys: 4 },
  );
/** Any role, the senseless ones that no operation would store among them. */
export const anyPolicy: fc.Arbitrary<RolePolicy> = fc
  .record({
    contact: records,
    deal: records,
    task: records,
    activity: records,
    company: records,
    ticket: records,
    promise: records,
    fields: fc.record({
      contact: rulesOf('contact'),
      deal: rulesOf('deal'),
      task: rulesOf('task'),
      company: rulesOf('company'),
      promise: rulesOf('promise'),
    }),
    settings: fc.uniqueArray(fc.constantFrom(...SettingPermission.options), { maxLength: 6 }),
  })
  .map(aPolicy);
