import { expect, test } from 'vitest';
import { affectedBy } from '../../../web/console/src/live/affected.ts';
import { type FeedPage, readOn } from '../../../web/console/src/live/feed.ts';

const change = (kind: string, id: string, version: number) => ({
  type: `${kind}.updated`,
  record: { kind, id },
  version,
});

test('the echo of one’s own write does not have the record read again; the lists that follow it are', () => {
  const { now, soon } = affectedBy([change('deal', 'dl_1', 4)], () => 4);
  expect(now).toEqual([]);
  expect(soon).toContainEqual(['list', 'deal']);
  expect(soon).toContainEqual(['board']);
});

test('a record that the page has in an older version is read again, with what is told of it', () => {
  const { now } = affectedBy([change('contact', 'ct_1', 5)], () => 4);
  expect(now).toEqual([
    ['record', 'contact', 'ct_1'],
    ['about', 'contact', 'ct_1'],
    ['outlook', 'ct_1'],
  ]);
});

test('a score that moved is read again wherever it is shown, whatever version the page has of the contact', () => {
  const moved = (type: string) => affectedBy([{ ...change('contact', 'ct_1', 1), type }], () => 9);
  const { now, soon } = moved('contact.scored');
  expect(now).toEqual([
    ['outlook', 'ct_1'],
    ['about', 'contact', 'ct_1'],
  ]);
  expect(soon).toEqual([['list', 'contact'], ['today']]);
  expect(moved('contact.risked')).toMatchObject({ now, soon: [['today']] });
});

test('many changes of a kind make its lists old once', () => {
  const { soon } = affectedBy([change('deal', 'dl_1', 1), change('deal', 'dl_2', 1)], () => undefined);
  expect(soon.filter(([key]) => key === 'board')).toHaveLength(1);
});

test('a task or an activity makes the board old, whose cards say what is planned', () => {
  for (const kind of ['task', 'activity'])
    expect(affectedBy([change(kind, 'x_1', 1)], () => undefined).soon).toContainEqual(['board']);
});

test('a change of a record that is checked makes what was found in the data old', () => {
  expect(affectedBy([change('ticket', 'tk_1', 1)], () => undefined).soon).toContainEqual(['dataCheck']);
  expect(affectedBy([change('product', 'pr_1', 1)], () => undefined).soon).not.toContainEqual(['dataCheck']);
});

test('who may be there twice is looked at again when one of them changes, or somebody says that they are two', () => {
  const keysFor = (kind: string) => affectedBy([change(kind, 'x_1', 1)], () => undefined).soon;
  expect(keysFor('contact')).toContainEqual(['duplicates', 'pairs', 'contact']);
  expect(keysFor('company')).toContainEqual(['duplicates', 'pairs', 'company']);
  expect(keysFor('link')).toContainEqual(['duplicates', 'pairs']);
  expect(keysFor('deal').flat()).not.toContain('duplicates');
});

const page = (cursor: string, caughtUp: boolean, ids: string[] = []): FeedPage => ({
  items: ids.map((id) => ({ type: 'deal.updated', record: { kind: 'deal', id }, recordVersion: 2 })),
  cursor,
  caughtUp,
});
function feedOf(answer: (from: string | undefined) => FeedPage) {
  const told: string[] = [];
  return {
    told,
    feed: {
      read: async (from: string | undefined) => answer(from),
      isExpired: (error: unknown) => error === 'expired',
      tell: (changes: { record: { id: string } }[]) =>
        void told.push(...changes.map(({ record }) => record.id)),
      tellAll: () => void told.push('all'),
    },
  };
}

test('a first visit begins at the end of the feed and is told of nothing', async () => {
  const { feed, told } = feedOf(() => page('end', true));
  expect(await readOn(undefined, feed)).toBe('end');
  expect(told).toEqual([]);
});

test('who was away is told of every page up to the end, and goes on from there', async () => {
  const pages: Record<string, FeedPage> = { a: page('b', false, ['dl_1']), b: page('c', true, ['dl_2']) };
  const { feed, told } = feedOf((from) => pages[from ?? ''] as FeedPage);
  expect(await readOn('a', feed)).toBe('c');
  expect(told).toEqual(['dl_1', 'dl_2']);
});

test('who was away for too long reads everything anew, from an end that was noted before', async () => {
  const { feed, told } = feedOf((from) => {
    if (from === 'old') throw 'expired';
    return page('end', true);
  });
  expect(await readOn('old', feed)).toBe('end');
  expect(told).toEqual(['all']);
});

test('more than ten pages are not read one by one', async () => {
  let reads = 0;
  const { feed, told } = feedOf((from) => {
    reads += 1;
    return from === undefined ? page('end', true) : page(`${from}x`, false);
  });
  expect(await readOn('a', feed)).toBe('end');
  expect(reads).toBe(11);
  expect(told).toEqual(['all']);
});

test('a feed that cannot be read leaves the cursor where it was', async () => {
  const { feed } = feedOf(() => {
    throw new Error('no network');
  });
  await expect(readOn('a', feed)).rejects.toThrow('no network');
});
