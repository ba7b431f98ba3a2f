import type { TextsOf } from '../search/searchable.ts';
import type { Deal } from './deal.ts';

/** By what a deal is found; what is left of an erased one has no name. */
export const dealTexts: TextsOf<Deal> = ({ name, erasedAt }) =>
  name && !erasedAt ? [{ field: 'name', text: name, as: 'words', worth: 'name', most: 8 }] : [];
