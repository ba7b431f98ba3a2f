import type { Contact } from '../../../shared/contacts/contact.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Change } from '../../../shared/core/record.ts';
import { whole } from '../../../shared/core/scope.ts';
import { withOpenContacts } from '../../../shared/fields/open-door-store.ts';
import { assertFillTime } from '../../../shared/forms/fill-time-store.ts';
import { ownersOf } from '../../../shared/forms/form.ts';
import { countTrapped } from '../../../shared/forms/form-store.ts';
import { admitAddress, admitForm, OverLimit } from '../../../shared/forms/rate-limit-store.ts';
import { decideSubmission } from '../../../shared/forms/submission.ts';
import {
  AlreadySubmitted,
  type Look,
  look,
  type Receipt,
  storeSubmission,
} from '../../../shared/forms/submission-store.ts';
import { ownerInTurn } from '../../../shared/identity/turn-store.ts';
import { backoff, pause } from '../../../shared/platform/pause.ts';
import { mustExist } from '../../../shared/platform/record-store.ts';
import { welcomeBack } from '../../../shared/privacy/erased-address-store.ts';
import type { Arrival } from './arrival.ts';
import { type Settings, settingsOf } from './settings.ts';

/** Pauses between looks for a twin of a post that is over the limit, in milliseconds. */
const twinPauses = [40, 120, 300];
/** A burst of the same post is this long at most; a flood is looked up once and then refused. */
const burst = 100;
const patience = 12;

/** Somebody else's write came first: what was read is old, and the same may go well with what is there now. */
const lostRaces = ['email_taken', 'version_conflict', 'contact_erased', 'record_merged', 'field_value_taken'];
const isLostRace = (error: unknown) => error instanceof AppError && lostRaces.includes(error.code);

const lookAt = ({ form, identity, by }: Arrival, email: string | undefined): Promise<Look> =>
  look(form.workspaceId, identity, email, by.now);

const knownContact = async (arrival: Arrival, { contactId }: Look): Promise<Contact | undefined> =>
  contactId ? contactStore.find(whole(arrival.form.workspaceId), contactId) : undefined;

/** Over the limit: a twin of this post that was let in may be on its way into the table, and its answer is this one's. */
async function answerOfTwin(arrival: Arrival, email: string | undefined, refusal: OverLimit) {
  const pauses = refusal.over <= burst ? [0, ...twinPauses] : [0];
  for (const ms of pauses) {
    await pause(ms);
    const { receipt } = await lookAt(arrival, email);
    if (receipt) return receipt;
  }
  throw refusal;
}

type Admitted = { contact: Contact | undefined; ownerId: string | undefined };

/** The contact that is known, and who gets the lead, while the limits are counted: an address that is known takes no longer. */
async function admitted(arrival: Arrival, seen: Look): Promise<Admitted> {
  const { form, by, address } = arrival;
  const [contact] = await Promise.all([
    knownContact(arrival, seen),
    admitAddress(form, 'submissions', address, by.now),
  ]);
  const turn = contact?.ownerId ? undefined : ownerInTurn(form.workspaceId, form.id, ownersOf(form));
  const [ownerId] = await Promise.all([turn, admitForm(form, 'submissions', by.now)]);
  return { contact, ownerId };
}

/**
 * Whoever writes by themselves has come back, whatever was erased of them; whoever is known must still be there: the contact
 * itself is not always written.
 */
async function personWrites(workspaceId: string, contact: Contact | undefined, changes: Change[]) {
  const made = changes.find(({ of, before }) => of.kind === 'contact' && before === undefined);
  if (made)
    return welcomeBack(
      workspaceId,
      (made.after as Contact).emails.map(({ key }) => key),
    );
  const isWritten = changes.some(({ of }) => of.kind === 'contact');
  return contact && !isWritten ? [mustExist(workspaceId, 'contact', contact.id, '/email')] : [];
}

/** One try: what was answered, or undefined where somebody else's write came in between. */
async function tryToStore(arrival: Arrival, settings: Settings, around: Admitted, receipt: Receipt) {
  const { form, values, page, visitorId, identity, by } = arrival;
  const submitted = { form, values, wanted: settings.wanted, page, visitorId };
  const decided = decideSubmission(submitted, { ...settings, ...around }, receipt.submissionId, by);
  const changes = await withOpenContacts(decided);
  try {
    const also = await personWrites(form.workspaceId, around.contact, changes);
    await storeSubmission(changes, identity, receipt, by, also);
    return receipt;
  } catch (error) {
    if (error instanceof AlreadySubmitted) return error.receipt;
    if (isLostRace(error)) return undefined;
    throw error;
  }
}

async function stored(arrival: Arrival, settings: Settings, first: Admitted, receipt: Receipt) {
  let { contact } = first;
  for (let tries = 1; tries <= patience; tries++) {
    const answer = await tryToStore(arrival, settings, { ...first, contact }, receipt);
    if (answer) return answer;
    await backoff(tries);
    const seen = await lookAt(arrival, settings.email);
    if (seen.receipt) return seen.receipt;
    contact = await knownContact(arrival, seen);
  }
  throw busy();
}

const busy = () =>
  new AppError('unavailable', 'busy', 'Others are writing the same records; try again.', { retryAfterS: 1 });

/**
 * Stores a post exactly once and answers what its sender is told; the same post within ten minutes gets the same answer,
 * before any limit. DynamoDB requests: 4; one more for a contact that is known or a form with an owner, one more where
 * several take turns.
 * Throws `too_many_submissions`, `fill_time_short`, `fill_time_unknown`, `idempotency_key_reused`, `busy`.
 */
export async function submit(arrival: Arrival): Promise<Receipt> {
  const { form, values, by } = arrival;
  await assertFillTime(form, arrival.token, by.now);
  const settings = await settingsOf(form, values);
  const { email } = settings;
  const seen = await lookAt(arrival, email);
  if (seen.receipt) return seen.receipt;
  const receipt: Receipt = {
    submissionId: newId('activity', by.now),
    receivedAt: by.now,
    message: form.thanks,
    redirectUrl: form.redirectUrl,
  };
  try {
    const first = await admitted(arrival, seen);
    if (!arrival.trapped) return await stored(arrival, settings, first, receipt);
    await countTrapped(form); // and the machine is told what everybody is told
    return receipt;
  } catch (error) {
    if (!(error instanceof OverLimit)) throw error;
    return answerOfTwin(arrival, email, error);
  }
}
