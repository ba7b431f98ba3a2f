import { contactActivityPage } from '../../../shared/activities/activity-store.ts';
import { type Condition, matches } from '../../../shared/conditions/condition.ts';
import { assertMayAskFor } from '../../../shared/conditions/condition-store.ts';
import { factsFor } from '../../../shared/conditions/facts-store.ts';
import type { ConditionKind } from '../../../shared/conditions/fields.ts';
import type { Contact } from '../../../shared/contacts/contact.ts';
import { contactType } from '../../../shared/contacts/contact-type-store.ts';
import type { Actor } from '../../../shared/core/actor.ts';
import type { Page } from '../../../shared/core/page.ts';
import { within } from '../../../shared/core/scope.ts';
import type { ListExport } from '../../../shared/exports/data-export.ts';
import { idsOf } from '../../../shared/platform/merged.ts';
import type { Owned } from '../../../shared/platform/record-type.ts';
import { recordListPage } from '../../../shared/records/record-list-store.ts';
import { memberPage } from '../../../shared/segments/member-store.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import { typeNamed } from '../../records/types/record-types.ts';

export type Asked = Pick<ListExport, 'kind' | 'filter' | 'segmentId'>;
/** Records of a list, and where the list goes on behind them; nowhere behind the last. */
export type Stretch = { records: Owned[]; resume: string | undefined };

const aPage = 100;
/** The order in which records were made: a record that changes meanwhile keeps its place, and is met once. */
const asMade = { sort: 'created', direction: 'asc', through: true } as const;

/** A page of what the kind's list answers this actor. Throws what that throws. */
export const listedPage = (
  actor: Actor,
  { kind, filter }: Pick<Asked, 'kind' | 'filter'>,
  cursor: string | undefined,
  limit = aPage,
): Promise<Page<Owned>> =>
  recordListPage(
    typeNamed(kind) as NonNullable<ReturnType<typeof typeNamed>>,
    actor,
    { ...asMade, filter, now: new Date().toISOString() },
    { limit, cursor },
  );

/** Those of some records of which a condition holds. Throws `condition_invalid`, `field_forbidden`. */
async function heldBy(actor: Actor, kind: ConditionKind, filter: Condition, records: Owned[]) {
  await assertMayAskFor(actor, kind, filter, '/filter');
  const { timeZone } = await workspaceOf(actor.workspaceId);
  const facts = await factsFor(actor.workspaceId, kind, filter, records);
  const now = { at: new Date().toISOString(), timeZone };
  return records.filter((record) => matches(filter, facts.get(record.id) ?? record, now));
}

const aBatch = 50;
/** A page of a segment's members in reach, of whom the condition holds as well where there is one. */
export async function memberStretch(
  actor: Actor,
  { kind, filter, segmentId = '' }: Asked,
  cursor: string | undefined,
): Promise<Stretch> {
  const { items, cursor: resume } = await memberPage(actor, segmentId, { limit: aBatch, cursor });
  const members = items as Owned[];
  const records = filter ? await heldBy(actor, kind as ConditionKind, filter, members) : members;
  return { records, resume };
}

/** Where a walk by contacts stands: in which page of them, at which, and where in that one's activities. */
type Walk = { page?: string | undefined; at: number; activities?: string | undefined };
const walkOf = (resume: string | undefined): Walk => (resume ? (JSON.parse(resume) as Walk) : { at: 0 });

/** All of a contact's activities from where the walk stands, and where it stands behind each page. */
async function* ofContact(actor: Actor, contact: Contact, walk: Walk): AsyncGenerator<Stretch> {
  let cursor = walk.activities;
  do {
    const page = await contactActivityPage(within(actor), idsOf(contact), { limit: aPage, cursor });
    cursor = page.cursor;
    const next: Walk = cursor ? { ...walk, activities: cursor } : { page: walk.page, at: walk.at + 1 };
    yield { records: page.items, resume: JSON.stringify(next) };
  } while (cursor);
}

/** Activities have no list of their own: they are read contact by contact, of the contacts in reach. */
async function* activities(actor: Actor, resume: string | undefined): AsyncGenerator<Stretch> {
  let walk: Walk | undefined = walkOf(resume);
  while (walk) {
    const { page, at, activities: begun }: Walk = walk;
    const { items, cursor }: Page<Contact> = await recordListPage(contactType, actor, asMade, {
      limit: aPage,
      cursor: page,
    });
    for (const [n, contact] of items.entries()) {
      if (n < at) continue;
      yield* ofContact(actor, contact, { page, at: n, ...(n === at && { activities: begun }) });
    }
    walk = cursor ? { page: cursor, at: 0 } : undefined;
    yield { records: [], resume: walk && JSON.stringify(walk) };
  }
}

/** What is asked for, page by page from where the list was left, as this actor sees it now. */
export async function* listed(
  actor: Actor,
  asked: Asked,
  resume: string | undefined,
): AsyncGenerator<Stretch> {
  if (asked.kind === 'activity') return yield* activities(actor, resume);
  let cursor = resume;
  do {
    const stretch = asked.segmentId
      ? await memberStretch(actor, asked, cursor)
      : await listedPage(actor, asked, cursor).then(({ items, cursor: next }) => ({
          records: items,
          resume: next,
        }));
    yield stretch;
    cursor = stretch.resume;
  } while (cursor);
}
