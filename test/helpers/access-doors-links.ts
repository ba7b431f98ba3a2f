import { newId } from '../../shared/core/ids.ts';
import { type Link, linkRecord } from '../../shared/links/link.ts';
import { linksPk } from '../../shared/links/link-projection.ts';
import { monday } from '../fixtures/ids.ts';
import { type Door, trial } from './access-doors.ts';
import { reads } from './access-doors-parts.ts';
import {
  may,
  outOfReach,
  ownerClasses,
  type Person,
  type RecordClass,
  recordClasses,
  unknown,
  unknownReference,
  type Verdict,
} from './access-oracle.ts';
import { contactIds, put, putItem, workspaceOf } from './access-world.ts';

/** A link of somebody's contact with another's. */
async function link(whose: RecordClass, other: RecordClass): Promise<string> {
  const id = newId('link', monday);
  if (whose === 'never') return id;
  const base = { workspaceId: workspaceOf(whose), version: 1, createdAt: monday, updatedAt: monday };
  const ends = { fromId: contactIds[whose], toId: contactIds[other] };
  return put(linkRecord, { ...base, ...ends, id, label: id } satisfies Link);
}
/** The same where the contact's list has it. */
async function listed(whose: RecordClass, other: RecordClass): Promise<void> {
  if (whose === 'never') return;
  const id = await link(whose, other);
  const pk = linksPk(workspaceOf(whose), contactIds[whose]);
  await putItem({ pk, sk: `${monday}#${id}`, of: 'link', id, other: contactIds[other], label: id });
}

/** Who sees both records sees the link; who edits either sets it. The other end is one's own contact. */
function verdictOn(person: Person, whose: RecordClass, sets: boolean, unseen: Verdict): Verdict {
  const ends = [whose, 'own'] as const;
  if (!ends.every((one) => may(person, 'contact', 'read', one))) return unseen;
  return !sets || ends.some((one) => may(person, 'contact', 'edit', one)) ? 'ok' : outOfReach;
}
const one = (sets: boolean, body?: object): Door =>
  trial({
    at: recordClasses,
    aim: async (whose) => ({
      params: { linkId: await link(whose, whose === 'own' ? 'teams' : 'own') },
      ...(body && { body }),
    }),
    verdict: (person, whose) => {
      if (whose !== 'own') return verdictOn(person, whose, sets, unknown('link'));
      return verdictOn(person, 'teams', sets, unknown('link')); // one's own has another end
    },
  });

/** Doors to links: at a contact of each kind of owner. */
export const linkDoors: Record<string, Door> = {
  createLink: trial({
    at: recordClasses,
    aim: (whose) => ({
      body: {
        fromId: contactIds[whose],
        toId: contactIds[whose === 'own' ? 'teams' : 'own'],
        label: newId('link').slice(0, 40),
      },
    }),
    verdict: (person, whose) => verdictOn(person, whose === 'own' ? 'teams' : whose, true, unknownReference),
  }),
  listLinks: trial({
    at: recordClasses,
    aim: async (whose) => {
      for (const other of ownerClasses) if (other !== whose) await listed(whose, other);
      return { query: { recordId: contactIds[whose] } };
    },
    verdict: (person, whose) => (may(person, 'contact', 'read', whose) ? 'ok' : unknown('record')),
  }),
  getLink: one(false),
  patchLink: one(true, { note: 'Met at the fair' }),
  deleteLink: one(true),
  listDealContacts: reads('deal'),
};
