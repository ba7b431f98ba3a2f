import * as z from 'zod';

/** A page behind a link that a mail carries: for whoever has the link, whose token says of what it is. */
export const linkPage = {
  tag: 'Mail out',
  access: 'public',
  params: z.object({ token: z.string().max(200) }),
  query: z.object({}),
  body: z.object({}),
  status: 200,
  response: z.string(),
  produces: 'text/html',
} as const;

/** What ends mails by one click: the page's button, or a mail program's own (RFC 8058). */
export const oneClick = {
  ...linkPage,
  method: 'POST',
  body: z.object({ 'List-Unsubscribe': z.literal('One-Click').optional() }),
  accepts: ['application/x-www-form-urlencoded', 'multipart/form-data'],
  errors: ['unsubscribe_link_invalid'],
} as const;
