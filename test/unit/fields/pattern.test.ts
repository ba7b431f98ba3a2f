import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOfPattern, fitsPattern, wholePattern } from '../../../shared/fields/pattern.ts';

const character = fc.constantFrom('a', 'b', 'c', '-', '1', '_', ' ', 'é', '😀', '\n');
const single = fc.constantFrom(
  ...['a', 'b', '.', '\\d', '\\w', '\\s', '\\W', '\\.', '[a-c]', '[^a-b]', '[\\d_-]', '[é😀]', '[-a]'],
);
const quantifier = fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,3}', '{0,2}', '{2,}');
/** Choices of sequences of repeated parts. */
const choiceOf = (part: fc.Arbitrary<string>) => {
  const repeated = fc.tuple(part, quantifier).map((both) => both.join(''));
  const sequence = fc.array(repeated, { maxLength: 3 }).map((all) => all.join(''));
  return fc.array(sequence, { minLength: 1, maxLength: 2 }).map((all) => all.join('|'));
};
const grouped = (inner: fc.Arbitrary<string>) =>
  fc.oneof(
    single,
    inner.map((one) => `(${one})`),
  );
const pattern = choiceOf(grouped(choiceOf(grouped(choiceOf(single)))));
const text = fc.array(character, { maxLength: 6 }).map((all) => all.join(''));

describe('a pattern', () => {
  it('takes what ECMA-262 takes, whatever the pattern and the text', () => {
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 5, maxLength: 5 }), (one, texts) => {
        fc.pre(faultOfPattern(one) === undefined);
        for (const each of texts)
          expect(fitsPattern(one, each), `${one} of ${JSON.stringify(each)}`).toBe(
            new RegExp(wholePattern(one), 'u').test(each),
          );
      }),
      { numRuns: 500 },
    );
  });

  it.each(['(a+)+b', '(a|a)*b', '(a|aa)+b', '(.*)*b', 'a*a*a*a*a*a*b', '((a*)*)*b', '(\\w+\\s?)*b'])(
    'that makes a backtracking engine search for years takes milliseconds: %s',
    (one) => {
      const started = process.cpuUsage();
      expect(fitsPattern(one, 'a'.repeat(5000))).toBe(false);
      expect(process.cpuUsage(started).user).toBeLessThan(1_000_000); // microseconds
    },
  );

  it.each([
    ...['(?=a)', '(?<n>a)', '(?<!a)b', 'a\\1', '\\p{L}', '\\b', '^a$', 'a**', 'a+?', '[]', '[^]', '[z-a]'],
    ...['[\\d-a]', '(a', 'a)', '[a', 'a{', 'a{2', '{2}', 'a{3,2}', 'a{9999}', '\\', '*', '\\n'],
  ])('that is none, or asks for more, is told so: %s', (one) => {
    expect(faultOfPattern(one)).toEqual(expect.any(String));
  });

  it.each(['(((((a{99}){99}){99}){99}){99})', '((((){999}){999}){999}){999}', '[a-z]{999}[a-z]{999}'])(
    'that would be a great machine is refused at once: %s',
    (one) => {
      const started = process.cpuUsage();
      expect(faultOfPattern(one)).toContain('too large');
      expect(process.cpuUsage(started).user).toBeLessThan(200_000);
    },
  );
});
