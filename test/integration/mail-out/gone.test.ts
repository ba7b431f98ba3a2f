import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import type { Message, NewMessage } from '../../../shared/mail/message.ts';
import { updateItem } from '../../../shared/platform/dynamo.ts';
import { deleteItems } from '../../../shared/privacy/items-store.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, ann, contactId, dealId, monday } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { keep } from '../../helpers/keep.ts';
import { aQueued, sendOne, stored, useOutgoing } from './outgoing.ts';
import { type Ses, startSes } from './ses-double.ts';

let ses: Ses;
beforeAll(async () => {
  ses = await startSes();
});
afterAll(() => ses.stop());
beforeEach(async () => {
  ses.reset();
  await useOutgoing();
  await keep(dealRecord, aDeal());
});

const personal = (over: Partial<NewMessage> = {}) => aQueued({ purpose: 'personal', ...over });
const contact = recordKey(acme, 'contact', contactId);
const deal = recordKey(acme, 'deal', dealId);
const mark = (key: typeof contact, field: string, value = monday) =>
  updateItem(key, {
    UpdateExpression: 'SET #field = :value',
    ExpressionAttributeNames: { '#field': field },
    ExpressionAttributeValues: { ':value': value },
  });

/** What becomes of a mail now, and how often SES was asked. */
async function outcomeOf(message: Message) {
  expect(await sendOne(message)).toBe(true);
  const { status, reason } = await stored(message);
  return [status, reason, ses.state.calls];
}

describe('a mail that waited is not sent, and says why, where', () => {
  it.each([false, true])('its contact lies in the trash (marketing: %s)', async (marketing) => {
    const message = await personal({ marketing });
    await mark(contact, 'deletedAt');
    expect(await outcomeOf(message)).toEqual(['skipped', 'contact_gone', 0]);
  });

  it('its contact is deleted for good', async () => {
    const message = await personal();
    await deleteItems([contact]);
    expect(await outcomeOf(message)).toEqual(['skipped', 'contact_gone', 0]);
  });

  it('its contact is erased', async () => {
    const message = await personal();
    await mark(contact, 'erasedAt');
    expect(await outcomeOf(message)).toEqual(['skipped', 'person_erased', 0]);
  });

  it('its deal lies in the trash, whether it is to the contact or to a user', async () => {
    const toUser = { purpose: 'idle_deal', contactId: undefined, threadId: undefined } as const;
    const messages = [await personal({ dealId }), await aQueued({ ...toUser, dealId })];
    await mark(deal, 'deletedAt');
    for (const message of messages) expect(await outcomeOf(message)).toEqual(['skipped', 'deal_gone', 0]);
  });

  it('its writer was deactivated, or removed', async () => {
    await keep(userRecord, aUser());
    for (const status of ['deactivated', 'removed']) {
      const message = await personal({ authorId: ann, senderName: 'Ann' });
      await mark(recordKey(acme, 'user', ann), 'status', status);
      expect(await outcomeOf(message)).toEqual(['skipped', 'author_gone', 0]);
    }
  });

  it('it is to a user who was deactivated, or is none any more', async () => {
    const toUser = { purpose: 'digest', contactId: undefined, threadId: undefined } as const;
    await keep(userRecord, aUser());
    const [here, later, unknown] = await Promise.all(
      ['ann@acme.test', 'Ann@acme.test', 'left@acme.test'].map((to) => aQueued({ ...toUser, to })),
    );
    expect(await outcomeOf(here as Message)).toEqual(['sent', undefined, 1]);
    await mark(recordKey(acme, 'user', ann), 'status', 'deactivated');
    for (const message of [later, unknown])
      expect(await outcomeOf(message as Message)).toEqual(['skipped', 'recipient_gone', 1]);
  });

  it('its ticket is gone', async () => {
    const message = await aQueued({ purpose: 'rule', ticketId: newId('ticket') });
    expect(await outcomeOf(message)).toEqual(['skipped', 'ticket_gone', 0]);
  });
});

it('who came in is welcomed, whatever became of the deal that was opened with it', async () => {
  const message = await aQueued({ dealId });
  await mark(deal, 'deletedAt');
  expect(await outcomeOf(message)).toEqual(['sent', undefined, 1]);
});

describe('a mail to a contact that was merged into another', () => {
  const survivor = newId('contact');
  beforeEach(() => keep(contactRecord, aContact({ id: survivor, emails: [], mergedIds: [contactId] })));
  const merged = async () => {
    const message = await personal();
    await mark(contact, 'deletedAt');
    await mark(contact, 'mergedInto', survivor);
    return message;
  };

  it('goes', async () => {
    expect(await outcomeOf(await merged())).toEqual(['sent', undefined, 1]);
  });

  it('does not go where that one is gone as well', async () => {
    const message = await merged();
    await mark(recordKey(acme, 'contact', survivor), 'deletedAt');
    expect(await outcomeOf(message)).toEqual(['skipped', 'contact_gone', 0]);
  });
});
