import { caseFolded } from '../core/text.ts';
import type { Holder, Winner } from '../records/merging/cells.ts';
import { assertRoomForCustom, type Merging } from '../records/merging/merging.ts';
import { notedInContacts } from './bounces.ts';
import { assertFewPurposes, type Consents } from './consent.ts';
import type { Contact } from './contact.ts';

const mostOf =
  (rank: (value: never) => number): Winner =>
  (holders) =>
    holders.reduce<Holder | undefined>(
      (best, one) => (best && rank(best.value as never) >= rank(one.value as never) ? best : one),
      undefined,
    );

const stages: Record<Contact['lifecycle'], number> = { lead: 0, qualified: 1, former: 2, customer: 3 };
type Phone = Contact['phones'][number];

/** How two contacts are one: docs/merging.md. */
export const contactMerging: Merging<Contact> = {
  joining: {
    lists: {
      emails: { most: 10, keyOf: ({ key }: { key: string }) => key },
      phones: { most: 10, keyOf: ({ number, extension = '' }: Phone) => `${number} ${extension}` },
      addresses: { most: 10 },
      socialProfiles: { most: 10, keyOf: ({ url }: { url: string }) => url },
      tags: { most: 50, keyOf: caseFolded },
    },
    parts: ['custom', 'consents'],
    winners: {
      lifecycle: mostOf((stage: Contact['lifecycle']) => stages[stage]),
      score: mostOf((score: number) => score),
      source: ([...holders]) => holders.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))[0],
      // What anybody took back is taken back, whatever others agreed to.
      consents: mostOf(({ status }: Consents[string]) => (status === 'withdrawn' ? 1 : 0)),
    },
    fixed: ['consents'],
    follows: {},
    noted: notedInContacts,
  },
  assertFits({ consents, custom }) {
    assertFewPurposes(consents);
    assertRoomForCustom(custom);
  },
};
