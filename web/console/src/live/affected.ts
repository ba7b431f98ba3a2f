import type { Change } from './decide.ts';

/** What of the page's cache a change makes old: keys of queries, and how soon they are to be read again. */
export type Affected = {
  /** At once: they are of the record itself. */
  now: string[][];
  /** At most once in a while, however many changes come. */
  soon: string[][];
  /** Ids that a list further down may show. */
  ids: string[];
};

const inToday = new Set(['contact', 'deal', 'task', 'activity', 'promise', 'order']);
/** A deal's card says what is planned, what is overdue and what happened last. */
const onBoard = new Set(['deal', 'task', 'activity', 'pipeline']);
/** They stand on the pages of other records, which their own change does not name. */
const onPages = new Set(['activity', 'file', 'link', 'task', 'deal', 'promise', 'order', 'ticket']);
const listed = new Set(['contact', 'company', 'deal', 'task', 'order', 'product', 'ticket', 'promise']);

/** What is wrong with the data is counted and listed. */
const checked = new Set(['contact', 'company', 'deal', 'task', 'order', 'ticket']);

/** Which two may be one changes with each of them; that they are two is a link between them. */
const pairsOf = (kind: string): string[][] => {
  if (kind === 'link') return [['duplicates', 'pairs']];
  return kind === 'contact' || kind === 'company' ? [['duplicates', 'pairs', kind]] : [];
};

/** What lies beside a contact: it has versions of its own, and is shown on its page, in lists, on cards and in the day. */
const besideContacts = ['contact.scored', 'contact.risked'];
const isBeside = ({ type }: Change) => besideContacts.includes(type);
const keysBeside = ({ type }: Change): string[][] =>
  type === 'contact.scored' ? [['list', 'contact'], ['today']] : [['today']];

const keysOf = ({ record: { kind } }: Change): string[][] => [
  ...(listed.has(kind) ? [['list', kind]] : [[`${kind}s`]]),
  ...(onBoard.has(kind) ? [['board']] : []),
  ...(onPages.has(kind) ? [['about']] : []),
  ...(checked.has(kind) ? [['dataCheck']] : []),
  ...(inToday.has(kind) ? [['today']] : []),
  ...pairsOf(kind),
];

/**
 * What to read again after changes. `versionOf` is the version that the page has of a record, undefined where it has none: one that is not older is no news, as
 * the echo of one's own write is none.
 */
export function affectedBy(
  changes: readonly Change[],
  versionOf: (kind: string, id: string) => number | undefined,
): Affected {
  const [beside, records] = [changes.filter(isBeside), changes.filter((change) => !isBeside(change))];
  const news = records.filter(({ record, version }) => (versionOf(record.kind, record.id) ?? 0) < version);
  const now = [
    ...news.flatMap(({ record: { kind, id } }) => [
      ['record', kind, id],
      ['about', kind, id],
      ...(kind === 'contact' ? [['outlook', id]] : []),
    ]),
    ...beside.flatMap(({ record: { kind, id } }) => [
      ['outlook', id],
      ['about', kind, id],
    ]),
  ];
  const all = [...records.flatMap(keysOf), ...beside.flatMap(keysBeside)];
  const soon = new Map(all.map((key) => [key.join(), key]));
  return { now, soon: [...soon.values()], ids: changes.map(({ record }) => record.id) };
}
