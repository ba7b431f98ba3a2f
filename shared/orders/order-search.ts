import type { Text, TextsOf } from '../search/searchable.ts';
import type { Order } from './order.ts';

/** By what an order is found; what was in it is its products' name. */
export const orderTexts: TextsOf<Order> = ({ number, tags = [] }) => [
  ...(number ? [{ field: 'number', text: number, as: 'words', worth: 'name', most: 4 } satisfies Text] : []),
  ...tags.map((text): Text => ({ field: 'tags', text, as: 'words', worth: 'other', most: 2 })),
];
