import { contactRecord, patchContact } from '../contacts/contact.ts';
import type { Context } from '../core/actor.ts';
import { retryLostRace } from '../platform/again.ts';
import { recordStore } from '../platform/record-store.ts';
import type { Subscriber } from '../platform/unsubscribe-link.ts';
import { workspaceOf } from '../workspaces/workspace-store.ts';
import { type ChosenPreferences, consentsChosen, type Preferences, purposesOf } from './preferences.ts';
import { pageLanguageOf } from './public-page.ts';
import { lifted, withReason } from './suppression.ts';
import { namesOf, ownersOf, readSuppressions } from './suppression-list-store.ts';
import { changeSuppression } from './suppression-store.ts';

const contacts = recordStore(contactRecord);

/** Who has the address of a link now; nobody where it is an old one, or the contact has another address. */
const personOf = async ({ workspaceId, ...named }: Subscriber) =>
  (await ownersOf(workspaceId, [named])).get(named.hash)?.contact;

/** What is said of an address under each of its names; of none it is empty. */
const saidOf = async ({ workspaceId, ...named }: Subscriber) => {
  const hashes = (await namesOf(workspaceId, named)).map(({ hash }) => hash);
  return readSuppressions(workspaceId, hashes);
};

/** What the preference page shows: at most six reads. */
export async function preferencesOf(subscriber: Subscriber): Promise<Preferences> {
  const { name, marketingNeedsConsent } = await workspaceOf(subscriber.workspaceId);
  const [contact, said] = await Promise.all([personOf(subscriber), saidOf(subscriber)]);
  return {
    company: name,
    language: pageLanguageOf(contact?.language),
    purposes: contact ? purposesOf(contact.consents, marketingNeedsConsent) : [],
    isOut: said.some(({ unsubscribedAt }) => unsubscribedAt !== undefined),
    isShut: said.some(({ complainedAt }) => complainedAt !== undefined),
  };
}

/** Stores what they agreed to, where that is new. */
const saveConsents = (subscriber: Subscriber, chosen: ChosenPreferences, by: Context): Promise<void> =>
  retryLostRace(async () => {
    const { emailFolding, marketingNeedsConsent } = await workspaceOf(subscriber.workspaceId);
    const contact = await personOf(subscriber);
    const known = contact ? purposesOf(contact.consents, marketingNeedsConsent) : [];
    const consents = consentsChosen(known, chosen);
    if (!contact || Object.keys(consents).length === 0) return;
    await contacts.save(patchContact(contact, { consents }, emailFolding, by), by);
  });

/**
 * Stores what somebody chose: first whether mail goes at all, then for what. May be repeated; what a kill cut short is
 * completed so. To be in again lifts that they unsubscribed, and nothing else.
 */
export async function savePreferences(
  subscriber: Subscriber,
  chosen: ChosenPreferences,
  by: Context,
): Promise<void> {
  const { workspaceId, hash, contactId } = subscriber;
  if (chosen.mail === 'none')
    await changeSuppression(workspaceId, hash, (one) =>
      withReason(one, 'unsubscribed', by.now, { contactId }),
    );
  else
    for (const one of await namesOf(workspaceId, { hash, contactId }))
      await changeSuppression(workspaceId, one.hash, (said) => lifted(said, ['unsubscribed']));
  await saveConsents(subscriber, chosen, by);
}
