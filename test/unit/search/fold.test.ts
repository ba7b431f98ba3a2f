import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitsOf, folded, foldedAddress, wordsIn } from '../../../shared/search/fold.ts';

describe('folding', () => {
  it.each([
    ['case and accents', 'jose', ['José', 'JOSE', 'jose', 'José']],
    ['the three ways to write an umlaut', 'muller', ['Müller', 'Mueller', 'Muller', 'MÜLLER', 'Müller']],
    ['ß', 'strasse', ['Straße', 'STRASSE', 'strasse', 'STRAẞE']],
    ['an umlaut behind a vowel, which is none', 'bauer', ['Bauer', 'bauer']],
    ['two umlauts', 'bauerle', ['Bäuerle', 'Baeuerle', 'Bauerle']],
    ['Danish and Polish letters', 'lodz', ['Łódź', 'Lodz']],
    ['ø', 'soren', ['Søren', 'Soeren', 'Soren', 'Sören']],
    ['æ', 'kjar', ['Kjær', 'Kjaer']],
    ['ligatures and wide letters', 'fine', ['ﬁne', 'Ｆｉｎｅ']],
    ['the Turkish i', 'istanbul', ['İstanbul', 'Istanbul', 'ıstanbul']],
    ['apostrophes', 'obrien', ['O’Brien', "O'Brien", 'OBrien']],
    ['Greek and Cyrillic case', 'ελλας', ['Ελλάς', 'ΕΛΛΆς']],
  ])('%s are all %s', (_, expected, spellings) => {
    expect([...new Set(spellings.map(folded))]).toEqual([expected]);
  });

  it('keeps what is no spelling of the same apart', () => {
    expect(folded('Quelle')).toBe('quelle');
    expect(folded('Miller')).not.toBe(folded('Müller'));
  });

  it('of what is typed so far gives what the whole begins with', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aoueßüöäqrn') }), fc.nat(20), (text, n) => {
        expect(folded(text).startsWith(folded(text.slice(0, n)))).toBe(true);
      }),
    );
  });

  it('takes any text, and leaves none of what parts a key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const words = wordsIn(text);
        for (const { folded: word } of words) expect(word).toMatch(/^[\p{L}\p{N}]{1,60}$/u);
        expect(foldedAddress(text)).not.toContain('#');
        expect(foldedAddress(text).isWellFormed()).toBe(true);
        expect(digitsOf(text)).toMatch(/^\d*$/);
      }),
    );
  });
});
