import { expect, test } from 'vitest';
import { writtenOf } from '../../../shared/activities/mention-token.ts';
import {
  askedAt,
  keptOf,
  mentionable,
  offered,
  piecesOf,
  withNamed,
} from '../../../web/console/src/parts/mentions.ts';

const rosa = { id: 'us_01KAPRM3V5Z8Y7Q2W4X6T9N1BC', name: 'Rosa Lindqvist', email: 'rosa@acme.test' };
const rosaToo = { id: 'us_01KAPRM3V5Z8Y7Q2W4X6T9N1BD', name: 'Rosa Lind', email: 'lind@acme.test' };
const people = mentionable([rosa, rosaToo]);
const kept = `Ask @[Rosa Lindqvist](${rosa.id}), not @[Rosa Lind](${rosaToo.id}).`;

test('what is written reads as names, and is kept with the ids behind them', () => {
  expect(writtenOf(kept)).toBe('Ask @Rosa Lindqvist, not @Rosa Lind.');
  expect(keptOf('Ask @Rosa Lindqvist, not @Rosa Lind.', people)).toBe(kept);
});

test('a name that goes on, or an address, is no mention', () => {
  for (const text of ['@Rosa Lindqvistson', 'rosa@Rosa Lind', 'rosa@acme.test'])
    expect(keptOf(text, people)).toBe(text);
});

test('whom a text mentioned before stays mentioned, whatever they are called by now', () => {
  expect(keptOf('Ask @Rosa Lindqvist', [{ id: rosa.id, label: 'Rosa Berg' }], kept)).toBe(
    `Ask @[Rosa Lindqvist](${rosa.id})`,
  );
});

test('of two who are called the same the address tells which; who left is not offered', () => {
  const twice = mentionable([
    rosa,
    { ...rosaToo, name: rosa.name },
    { ...rosa, id: 'gone', status: 'deactivated' },
  ]);
  expect(twice.map(({ label }) => label)).toEqual([
    'Rosa Lindqvist (rosa@acme.test)',
    'Rosa Lindqvist (lind@acme.test)',
  ]);
  const [first] = twice;
  expect(keptOf(`@${first?.label}!`, twice)).toBe(`@[${first?.label}](${rosa.id})!`);
});

test('a name with brackets does not break the mention', () => {
  const [one] = mentionable([{ ...rosa, name: 'Rosa [Sales] Lindqvist' }]);
  expect(keptOf(`@${one?.label}`, one ? [one] : [])).toBe(`@[${one?.label}](${rosa.id})`);
  expect(one?.label).not.toMatch(/[[\]]/);
});

test.each([
  ['@', ''],
  ['Ask @ro', 'ro'],
  ['Ask @Rosa Li', 'Rosa Li'],
  ['(@ro', 'ro'],
])('after %j people are offered', (text, asked) => {
  expect(askedAt(text, text.length)).toBe(asked);
});

test.each(['rosa@ac', 'Ask', 'Ask @ro\n', '@ro, and'])('after %j nobody is', (text) => {
  expect(askedAt(text, text.length)).toBeUndefined();
});

test('people are found by any word of their name, without its accents', () => {
  const all = mentionable([rosa, { ...rosaToo, name: 'Zoë Óskarsdóttir' }]);
  expect(offered(all, 'osk').map(({ label }) => label)).toEqual(['Zoë Óskarsdóttir']);
  expect(offered(all, 'lindq').map(({ label }) => label)).toEqual(['Rosa Lindqvist']);
  expect(offered(all, 'qvist')).toEqual([]);
});

test('who is taken stands in the place of what was typed, with the cursor behind', () => {
  const text = 'Ask @ro about it';
  expect(withNamed(text, 7, 'Rosa Lindqvist')).toEqual({ text: 'Ask @Rosa Lindqvist about it', cursor: 20 });
});

test('a text is shown in pieces of which some are people', () => {
  expect(piecesOf(kept).map(({ text, userId }) => (userId ? `<${text}>` : text))).toEqual([
    'Ask ',
    '<@Rosa Lindqvist>',
    ', not ',
    '<@Rosa Lind>',
    '.',
  ]);
});
