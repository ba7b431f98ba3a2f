import { caseFolded } from '../core/text.ts';
import { assertRoomForCustom, type Merging } from '../records/merging/merging.ts';
import type { Company } from './company.ts';

type Phone = Company['phones'][number];
/** How two companies are one: docs/merging.md. */
export const companyMerging: Merging<Company> = {
  joining: {
    lists: {
      domains: { most: 20 },
      phones: { most: 10, keyOf: ({ number, extension = '' }: Phone) => `${number} ${extension}` },
      addresses: { most: 10 },
      tags: { most: 50, keyOf: caseFolded },
    },
    parts: ['custom'],
    winners: {},
    fixed: [],
    follows: { currency: 'annualRevenueCents' },
  },
  assertFits: ({ custom }) => assertRoomForCustom(custom),
};
