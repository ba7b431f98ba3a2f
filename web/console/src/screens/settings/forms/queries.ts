import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';

export const formsQuery = queryOptions({
  queryKey: ['forms'],
  queryFn: () => Array.fromAsync(api().all('listForms', { query: { limit: 100 } })),
});
export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: () => Array.fromAsync(api().all('listTemplates', { query: { limit: 100 } })),
});
export const mailboxesQuery = queryOptions({
  queryKey: ['mailboxes'],
  queryFn: () => Array.fromAsync(api().all('listMailboxes', { query: { limit: 100 } })),
});
