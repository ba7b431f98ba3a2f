import type { Contact, ListDuplicatesResponse } from '../../../../client/src/index.ts';
import type { AnyRecord, ListedKind } from '../../api/kinds.ts';
import type { en } from '../../text/en.ts';

export const matchKinds = ['contact', 'company'] as const satisfies ListedKind[];
/** Kinds that may be there twice, and be merged. */
export type MatchKind = (typeof matchKinds)[number];
export const isMatchKind = (kind: unknown): kind is MatchKind =>
  (matchKinds as readonly unknown[]).includes(kind);

type Pair = ListDuplicatesResponse['items'][number];
export type Reason = Pair['reasons'][number];

const likelyFrom = 0.8;
/** How probable it is, in a word. */
export function likelihoodOf({ probability, isSure }: Pick<Pair, 'probability' | 'isSure'>) {
  if (isSure) return 'certain';
  return probability >= likelyFrom ? 'likely' : 'perhaps';
}

type ReasonName = keyof (typeof en)['duplicates']['reasons']['same'];
/** What a reason is called in the catalogue; undefined for a field of the workspace's own. */
export function reasonName(kind: MatchKind, field: string): ReasonName | undefined {
  if (field.startsWith('custom.')) return undefined;
  return kind === 'company' && field === 'name' ? 'companyName' : (field as ReasonName);
}

/** What speaks for it, the strongest first, then what speaks against it; of what is different and weighs nothing nothing is said. */
export function inOrder(reasons: readonly Reason[]): Reason[] {
  const isAgainst = ({ agreement }: Reason) => agreement === 'different';
  const said = reasons.filter((reason) => !isAgainst(reason) || reason.weight < 0);
  return said.toSorted(
    (one, other) =>
      Number(isAgainst(one)) - Number(isAgainst(other)) || Math.abs(other.weight) - Math.abs(one.weight),
  );
}

/** One more thing by which people tell records of a name apart: an address, a number, a firm, a domain. */
export function tellingOf(record: AnyRecord): string | undefined {
  const { emails, phones, company, domains } = record as Partial<Contact> & { domains?: string[] };
  return emails?.[0]?.address ?? domains?.[0] ?? phones?.[0]?.number ?? company;
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const timeLetters = 10;
/** When a record was made: its id says it, a ULID (github.com/ulid/spec) behind a prefix. */
export function madeAt(id: string): string {
  const letters = [...(id.split('_')[1] ?? '').slice(0, timeLetters)];
  const ms = letters.reduce((sum, letter) => sum * alphabet.length + alphabet.indexOf(letter), 0);
  return new Date(ms).toISOString();
}
