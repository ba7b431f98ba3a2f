import { normalPhones } from '../contacts/phone.ts';
import type { Context } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { type Scope, within } from '../core/scope.ts';
import type { Write } from '../platform/commit.ts';
import { standing } from '../platform/merged.ts';
import { alsoHolding, mustBeSeen, ownedStore } from '../platform/owned-store.ts';
import { recordStore } from '../platform/record-store.ts';
import type { RecordType } from '../platform/record-type.ts';
import { workspaceOf } from '../workspaces/workspace-store.ts';
import {
  type Company,
  type CompanyPatch,
  companyRecord,
  createCompany,
  NewCompany,
  patchCompany,
} from './company.ts';
import { ordersOf } from './company-projection.ts';
import { companyShape } from './company-shape.ts';

/** COMPANY-1: by id, one GetItem. */
const companyStore = ownedStore(companyRecord);

const anyCompany = recordStore(companyRecord);
const mostAbove = 10;
const cycle = (detail: string) =>
  new AppError('invalid', 'company_cycle', detail, {
    errors: [{ pointer: '/parentId', code: 'company_cycle', detail }],
  });

/** That a company still stands where it was read to stand. */
const standsBelow = (parentId: string | undefined) =>
  parentId
    ? { ConditionExpression: 'parentId = :above', ExpressionAttributeValues: { ':above': parentId } }
    : { ConditionExpression: 'attribute_not_exists(parentId)' };
const wasMoved = () =>
  new AppError('conflict', 'version_conflict', 'The companies above were changed. Retry.');

/** The company that an id means now. */
async function standsAs(workspaceId: string, id: string): Promise<Company | undefined> {
  const item = await standing(workspaceId, 'company', id);
  return item && anyCompany.parse(item);
}

/** The companies above one, from the one right above: at most ten, none of them the company itself. Throws `company_cycle`. */
async function above(workspaceId: string, id: string | undefined, parentId: string): Promise<Company[]> {
  const found: Company[] = [];
  for (let next: string | undefined = parentId; next; next = found.at(-1)?.parentId) {
    if (found.length === mostAbove) throw cycle(`At most ${mostAbove} companies stand one above the other.`);
    // One that lies in the trash may come back, and stands there still; one that was merged stands where its survivor does.
    const company: Company | undefined = await standsAs(workspaceId, next);
    if (!company) return found;
    if (company.id === id) throw cycle('A company cannot stand below itself.');
    found.push(company);
  }
  return found;
}

const staysThere = ({ workspaceId, id, parentId }: Company): Write => ({
  action: { ConditionCheck: { Key: companyStore.keyOf(workspaceId, id), ...standsBelow(parentId) } },
  refused: wasMoved,
});

/** Holds a write to the company above being in sight, and to all above it standing as they do: two that are moved at once make no circle. */
async function parentWrites(scope: Scope, id: string | undefined, parentId: string): Promise<Write[]> {
  const { workspaceId } = scope;
  const [parent, ...further] = await above(workspaceId, id, parentId);
  const seen = mustBeSeen(scope, 'company', parentId, '/parentId');
  return [
    parent
      ? alsoHolding(seen, standsBelow(parent.parentId), (item) =>
          item.mergedInto || item.parentId === parent.parentId ? undefined : wasMoved(),
        )
      : seen,
    ...further.map(staysThere),
  ];
}

/** The companies above one, as they are to stand: those of `after` by what it says, others as they are stored. */
async function* aboveAfter(workspaceId: string, after: readonly Company[], from: Company) {
  const meant = (id: string) => after.find((one) => one.id === id)?.mergedInto ?? id;
  for (let at: Company | undefined = from; at?.parentId; ) {
    const id = meant(at.parentId);
    const known: Company | undefined = after.find((one) => one.id === id);
    at = known ?? (await standsAs(workspaceId, id));
    yield { id, stored: known ? undefined : at };
  }
}

/**
 * That companies which are merged, or are taken apart again, stand in no circle afterwards: what is above each of them is looked
 * at, and held to standing there. Throws `company_cycle`.
 */
export async function standsInNoCircle(workspaceId: string, after: readonly Company[]): Promise<Write[]> {
  const checks = new Map<string, Write>();
  for (const company of after.filter(({ deletedAt }) => deletedAt === undefined)) {
    let steps = 0;
    for await (const { id, stored } of aboveAfter(workspaceId, after, company)) {
      if (id === company.id || steps++ === mostAbove) throw cycle('A company would stand below itself.');
      if (stored) checks.set(stored.id, staysThere(stored));
    }
  }
  return [...checks.values()];
}

type References = { parentId?: string | null | undefined };
const referencesOf = async (
  { parentId }: References,
  id: string | undefined,
  { actor }: Context,
): Promise<Write[]> => [...(parentId ? await parentWrites(within(actor), id, parentId) : [])];

/** COMPANY-2: by domain or external id, two GetItems. */
export const companyType: RecordType<Company, NewCompany, CompanyPatch> = {
  of: companyRecord,
  shape: companyShape,
  store: companyStore,
  untouched: NewCompany.parse({ name: '-' }),
  async make(given, by) {
    const { country } = await workspaceOf(by.actor.workspaceId);
    const phones = await normalPhones(given.phones, country);
    return {
      change: createCompany({ ...given, phones }, by),
      also: await referencesOf(given, undefined, by),
    };
  },
  async edit(company, patch, by) {
    const { country } = await workspaceOf(by.actor.workspaceId);
    const phones = patch.phones && (await normalPhones(patch.phones, country));
    return {
      change: patchCompany(company, { ...patch, ...(phones && { phones }) }, by),
      also: patch.parentId === company.parentId ? [] : await referencesOf(patch, company.id, by),
    };
  },
  unique: async (_, written) => ({ name: 'domain', value: written.trim().toLowerCase() }),
  written: (by, { externalId, domains }) => (by === 'domain' ? domains?.[0] : (externalId ?? undefined)),
  orders: ordersOf,
  /** A domain that finds a company is added to those that it has. */
  matched: async (company, { domains, ...patch }) => ({
    ...patch,
    ...(domains && { domains: [...new Set([...company.domains, ...domains])] }),
  }),
};
