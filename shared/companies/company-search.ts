import type { Text, TextsOf } from '../search/searchable.ts';
import type { Company } from './company.ts';

/** By what a company is found. */
export const companyTexts: TextsOf<Company> = ({ name, domains = [], phones = [], industry, tags = [] }) => [
  ...(name ? [{ field: 'name', text: name, as: 'words', worth: 'name', most: 4 } satisfies Text] : []),
  ...domains.map((text): Text => ({ field: 'domains', text, as: 'address', worth: 'address' })),
  ...phones.map(({ number }): Text => ({ field: 'phones', text: number, as: 'phone', worth: 'address' })),
  ...(industry
    ? [{ field: 'industry', text: industry, as: 'words', worth: 'other', most: 2 } satisfies Text]
    : []),
  ...tags.map((text): Text => ({ field: 'tags', text, as: 'words', worth: 'other', most: 2 })),
];
