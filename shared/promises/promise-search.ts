import type { Text, TextsOf } from '../search/searchable.ts';
import type { DealPromise } from './promise.ts';

/** By what a promise is found; what is left of an erased one has no words. */
export const promiseTexts: TextsOf<DealPromise> = ({ text, erasedAt, tags = [] }) => [
  ...(text && !erasedAt ? [{ field: 'text', text, as: 'words', worth: 'name', most: 8 } satisfies Text] : []),
  ...tags.map((tag): Text => ({ field: 'tags', text: tag, as: 'words', worth: 'other', most: 2 })),
];
