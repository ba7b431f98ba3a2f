import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanRow } from '../../../../shared/imports/cleaning/clean-row.ts';
import { misreadText } from '../../../../shared/imports/cleaning/misread-text.ts';

const misread = (text: string) => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));

it('a text that was read in a wrong encoding is what it was', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'äöüßéèñçåøžš–’€™ abcMN'), minLength: 1 });
  fc.assert(
    fc.property(letters, (text) => {
      const broken = misread(text);
      expect(misreadText(broken) ?? broken).toBe(text);
    }),
  );
});

it.each(['Müller', 'São Paulo', 'Âge', 'PÂTÉ', 'Ñandú', '«café»', 'El Niño', '山田', 'Дмитрий'])(
  '%s is as it is',
  (text) => {
    expect(misreadText(text)).toBeUndefined();
  },
);

it('a row with such letters is put right, and it is said', async () => {
  const cleaned = await cleanRow('contact', ['MÃ¼ller'], [{ column: 0, field: 'lastName' }]);
  expect(cleaned.values).toEqual({ lastName: 'Müller' });
  expect(cleaned.changes).toMatchObject([{ field: 'lastName', from: 'MÃ¼ller', to: 'Müller' }]);
});
