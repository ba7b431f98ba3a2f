import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { ContactMailList, Message } from '../../../../../../client/src/index.ts';
import { api } from '../../../../api/client.ts';
import { forget, keys } from '../../../../api/records.ts';

const soonMs = 2500;
const nearMs = 60_000;
const isNear = ({ status, sendAt }: Pick<Message, 'status' | 'sendAt'>) =>
  status === 'queued' ||
  status === 'sending' ||
  (status === 'scheduled' && Date.parse(sendAt ?? '') - Date.now() < nearMs);

/** The newest mails to a contact; asked for again while one of them is about to leave. */
export const mailsQuery = (contactId: string) =>
  queryOptions({
    queryKey: keys.about('contact', contactId, 'mails'),
    queryFn: () => api().listContactMails({ path: { contactId }, query: { limit: 100 } }),
    refetchInterval: ({ state }) => (state.data?.items.some(isNear) ? soonMs : false),
  });

/** Shows a mail as it was just answered; the list follows by a moment. */
export function showMail(client: QueryClient, contactId: string, { html: _, ...mail }: Message): void {
  client.setQueryData<ContactMailList>(mailsQuery(contactId).queryKey, (list) => ({
    ...list,
    items: [mail, ...(list?.items ?? []).filter(({ id }) => id !== mail.id)],
  }));
}
export function hideMail(client: QueryClient, contactId: string, messageId: string): void {
  client.setQueryData<ContactMailList>(
    mailsQuery(contactId).queryKey,
    (list) => list && { ...list, items: list.items.filter(({ id }) => id !== messageId) },
  );
  forget(client, 'contact', contactId);
}
