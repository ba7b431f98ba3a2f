import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clip } from '../../../shared/core/text.ts';

test('a cut text is the beginning of the whole, as long as it may be, without half a character', () => {
  expect(clip('ab💥', 3)).toBe('ab');
  expect(clip('ab💥', 4)).toBe('ab💥');
  const one = fc.string({ unit: 'grapheme-composite', maxLength: 40 });
  fc.assert(
    fc.property(one, fc.nat(30), (text, length) => {
      const cut = clip(text, length);
      expect(cut.isWellFormed() && text.startsWith(cut)).toBe(true);
      expect(cut.length).toBeGreaterThanOrEqual(Math.min(text.length, length) - 1);
      expect(cut.length).toBeLessThanOrEqual(length);
    }),
  );
});

test('what was no Unicode text before is afterwards', () => {
  expect(clip('a\uD83Db', 9)).toBe('a\uFFFDb');
});
