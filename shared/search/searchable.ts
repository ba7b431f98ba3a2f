import { type PageKind, pageKinds } from '../core/policy.ts';

/** The kinds of record that are searched; see `searched-kinds.ts`. */
export const searchKinds = pageKinds;
export type SearchedKind = PageKind;

/** What a field is worth where it is found: a record's name more than whose company it is, that more than an address. */
export const worth = { name: 3, company: 2, address: 1, other: 0 } as const;

/** A text by which a record is found. `field` is the one that a role may hide. */
export type Text = {
  field: string;
  text: string;
  as: 'words' | 'address' | 'phone';
  worth: keyof typeof worth;
  /** How many of its words the index has; all are looked at once the record is read. */
  most?: number;
};
/** A record's texts, the dearer first: what an index of so many entries has no room for is what stands last. */
export type TextsOf<T> = (record: Partial<T>) => Text[];
