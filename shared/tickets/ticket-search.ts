import type { Text, TextsOf } from '../search/searchable.ts';
import type { Ticket } from './ticket.ts';

/** By what a ticket is found; what is left of an erased one has no subject. */
export const ticketTexts: TextsOf<Ticket> = ({ subject, erasedAt, tags = [] }) => [
  ...(subject && !erasedAt
    ? [{ field: 'subject', text: subject, as: 'words', worth: 'name', most: 8 } satisfies Text]
    : []),
  ...tags.map((text): Text => ({ field: 'tags', text, as: 'words', worth: 'other', most: 2 })),
];
