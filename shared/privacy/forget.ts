import type { Contact } from '../contacts/contact.ts';
import { contactRecord } from '../contacts/contact.ts';
import type { Context } from '../core/actor.ts';
import { withoutPersonal } from '../core/personal.ts';
import { type Change, type Kept, nextVersion, type RecordBase, type RecordKind } from '../core/record.ts';

type Erasable = RecordBase & { erasedAt?: string | undefined };

/**
 * A record with nothing left of the person, and the moment of it; its other fields stay, so that what counts them counts
 * on. Undefined where that is done: what people write into the empty record afterwards is theirs.
 */
export function forget<T extends Erasable>(
  of: RecordKind<T>,
  record: T,
  { now }: Context,
  more: Partial<T> = {},
): Kept<T> | undefined {
  if (record.erasedAt) return undefined;
  const empty = withoutPersonal(of.schema, record);
  const after = nextVersion(empty, { ...more, erasedAt: now } as Partial<T>, now);
  return { of, before: record, after, events: [], forgets: true };
}

/** What stays of a contact: nobody, with a place in the funnel and an owner. */
export const forgetContact = (contact: Contact, by: Context) => forget(contactRecord, contact, by);

/** A record that goes as a whole. */
export const remove = <T extends RecordBase>(of: RecordKind<T>, record: T): Change<T> => ({
  of,
  before: record,
  after: undefined,
  events: [],
  forgets: true,
});
