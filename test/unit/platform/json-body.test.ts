import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../../shared/platform/json-body.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const codeOf = (raw: Uint8Array) => {
  try {
    parseJson(raw);
    return 'taken';
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe('JSON', () => {
  test('of ordinary values is taken as JSON.parse takes it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8, noUnicodeString: false }), (text) => {
        fc.pre(
          !/e[+-]?\d{2}|\d{16}/i.test(text) && text.isWellFormed() && !/\\u|\\[bf]|[\x7f-\x9f]/i.test(text),
        );
        expect(parseJson(bytes(text))).toEqual(JSON.parse(text));
      }),
    );
  });
  test.each(['9007199254740991', '-9007199254740991', '1e-130', '-0', '0', '9e15', '1.7976931348623157'])(
    'with the number %s is taken',
    (number) => expect(codeOf(bytes(`{"a":[${number}]}`))).toBe('taken'),
  );
  test.each([
    '9007199254740992',
    '-9007199254740993',
    '1e16',
    '1e126',
    '-1e308',
    '1e400',
    '5e-324',
    `1${'0'.repeat(130)}`,
    `0.${'0'.repeat(140)}1`,
  ])('with the number %s is refused: the table could not keep it', (number) =>
    expect(codeOf(bytes(`{"a":[${number}]}`))).toBe('json_malformed'),
  );
  test('with tabs and line breaks in its texts is taken', () =>
    expect(codeOf(bytes('"one\\n\\ttwo\\r\\n"'))).toBe('taken'));
  test.each([31, 32])('%i deep is taken', (depth) =>
    expect(codeOf(bytes('['.repeat(depth) + ']'.repeat(depth)))).toBe('taken'),
  );
  test.each([33, 1000, 200_000])('%i deep and more is refused, not run into', (depth) => {
    expect(codeOf(bytes(`${'['.repeat(depth)}1${']'.repeat(depth)}`))).toBe('json_malformed');
    expect(codeOf(bytes(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`))).toBe('json_malformed');
  });
  test.each([
    ['half a character', bytes('"\\ud83d"')],
    ['half a character in a name', bytes('{"a":{"\\udca5":1}}')],
    ['a control character', bytes('{"name":"Ada\\u0000"}')],
    ['a bell in a name', bytes('{"a\\u0007":1}')],
    ['bytes that are no UTF-8', Uint8Array.from([0x22, 0xff, 0x22])],
    ['nothing', bytes('')],
    ['two values', bytes('{}{}')],
  ])('of %s is refused', (_, raw) => expect(codeOf(raw)).toBe('json_malformed'));
  test('of a megabyte is looked through in a moment', () => {
    const raw = bytes(`[${'0,'.repeat(490_000)}0]`);
    const started = process.cpuUsage();
    expect(codeOf(raw)).toBe('taken');
    expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
  });
});
