import { handler } from '../../../functions/mail/api.ts';
import { type File, fileRecord } from '../../../shared/files/file.ts';
import { preferencesKey } from '../../../shared/identity/preferences.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { createContactMailRoute } from '../../../shared/mail/contact-mail-routes.ts';
import { acme, ann, ben, contactId, monday } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { type Call, call } from '../../helpers/call.ts';
import { keep } from '../../helpers/keep.ts';
import { putItem } from '../../helpers/put-item.ts';
import { useOutgoing } from './outgoing.ts';

/** Acme with Ada, whom Ann may write to, and Ben. */
export async function useWriters(...given: Parameters<typeof useOutgoing>): Promise<void> {
  await useOutgoing(...given);
  await keep(userRecord, aUser());
  await keep(userRecord, aUser({ id: ben, name: 'Ben', email: 'ben@acme.test', roles: ['rep'] }));
}
export const signAs = (signature: string) =>
  putItem({ ...preferencesKey(acme, ann), version: 1, signature } as never);

export const words = { subject: 'Our talk', text: 'Hello {{contact.firstName|there}},\n\nthe figures.' };
/** Writes to Ada, at noon where no other clock is chosen. */
export const write = (body: object = {}, more: Call = {}) =>
  call(handler, createContactMailRoute, { params: { contactId }, body: { ...words, ...body }, ...more });
/** By the clock of now: it has yet to leave. */
export const writeNow = (body: object = {}, more: Call = {}) =>
  write(body, { now: new Date().toISOString(), ...more });

export const aFile = (id: string, over: Partial<File['versions'][number]> = {}, recordId = contactId) =>
  keep(fileRecord, {
    id,
    workspaceId: acme,
    version: 1,
    createdAt: monday,
    updatedAt: monday,
    recordId,
    recordKind: 'contact',
    name: 'Quote.pdf',
    kind: 'quote',
    versions: [
      {
        number: 1,
        status: 'ready',
        size: 9,
        contentType: 'application/pdf',
        startedAt: monday,
        by: { kind: 'user', id: ann },
        ...over,
      },
    ],
  });
