import type { CheckedKind, CheckName } from '../../../shared/checks/checks.ts';
import type { Finding } from '../../../shared/checks/finding.ts';
import { assertMayHear, findingsNow } from '../../../shared/checks/findings-store.ts';
import type { Context } from '../../../shared/core/actor.ts';
import { AppError, invalidField } from '../../../shared/core/errors.ts';
import { assertPermitted } from '../../../shared/core/permitted.ts';
import { recordPermission } from '../../../shared/core/policy.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { within } from '../../../shared/core/scope.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import type { Owned, RecordType } from '../../../shared/platform/record-type.ts';
import { parsePart } from '../../../shared/platform/request.ts';
import { trash } from '../../../shared/records/trash.ts';
import { eachRecord } from '../../records/operations/batch.ts';
import { changeOne } from '../../records/operations/write.ts';
import { typeNamed } from '../../records/types/record-types.ts';

type Repair = {
  kind: CheckedKind;
  check: CheckName;
  ids: readonly string[];
  by: 'suggestion' | 'patch' | 'trash';
  patch?: object | undefined;
};
type Type = RecordType<Owned, object, object>;

/** What the check finds in a record as it is at this moment. */
async function foundIn({ kind, check }: Repair, record: Owned, now: string): Promise<Finding | undefined> {
  const item = { ...record, ...recordKey(record.workspaceId, kind, record.id) };
  const found = await findingsNow(kind, [item], now);
  return found.get(record.id)?.find((one) => one.check === check);
}

type Fields = Record<string, unknown>;
const only = (fields: object, isMeant: (name: string) => boolean): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => isMeant(name)));
/** Of a patch what a record lacks: somebody may have filled in a field while others were still empty. */
function lackingIn(patch: object, { fields }: Finding): object {
  const { custom, ...own } = patch as { custom?: object };
  const kept = custom && only(custom, (key) => fields.includes(`custom.${key}`));
  return { ...only(own, (name) => fields.includes(name)), ...(kept && { custom: kept }) };
}

/** What is to be changed of a record; nothing where it is well by now. */
async function patchFor(repair: Repair, type: Type, record: Owned, now: string): Promise<object> {
  const finding = await foundIn(repair, record, now);
  if (!finding) return {};
  if (repair.by === 'patch') {
    const patch = parsePart(type.shape.patch, repair.patch) as object;
    return repair.check === 'required' ? lackingIn(patch, finding) : patch;
  }
  if (finding.repair) return parsePart(type.shape.patch, finding.repair) as object;
  const detail = `Nothing mends this by itself: send a \`patch\` for ${finding.fields.join(', ')}.`;
  throw new AppError('invalid', 'no_suggestion', detail, {
    errors: [{ pointer: '/by', code: 'no_suggestion', detail }],
  });
}

const mendOne = (repair: Repair, type: Type, id: string, by: Context): Promise<Owned> =>
  changeOne(type, id, {}, by, { adapt: (record) => patchFor(repair, type, record, by.now) });

/** The record as it lies in the trash then, also where it did already; as it is where it is well by now. */
const trashFaulty = (repair: Repair, type: Type, id: string, by: Context): Promise<Owned> =>
  retryLostRace(async () => {
    const scope = within(by.actor, 'delete');
    const trashed = await type.store.findTrashed(scope, id);
    if (trashed) return trashed;
    const record = await type.store.get(scope, id);
    if (!(await foundIn(repair, record, by.now))) return record;
    const change = trash(type.of, record, by);
    await type.store.save(change, by);
    return change.after;
  });

/**
 * Mends each record by itself, if the check still finds something in it. May be repeated. Throws `check_unknown`,
 * `permission_missing`, `field_forbidden`; what is wrong with one is said in its result.
 */
export async function repairEach(repair: Repair, by: Context) {
  const { kind, check, ids } = repair;
  assertMayHear(by.actor, kind, check, '/check');
  assertPermitted(by.actor, recordPermission(kind, repair.by === 'trash' ? 'delete' : 'edit'));
  const isPatch = repair.by === 'patch';
  if (isPatch !== (repair.patch !== undefined))
    throw invalidField('/patch', isPatch ? 'required' : 'unexpected', 'A patch belongs to `by: "patch"`.');
  const type = typeNamed(kind) as Type;
  const work = repair.by === 'trash' ? trashFaulty : mendOne;
  const own: Context = { ...by, once: undefined };
  return eachRecord(ids, own, (id) => work(repair, type, id, own));
}
