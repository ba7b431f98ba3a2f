import { doubleMetaphone } from 'double-metaphone';
import { wordsIn } from '../search/fold.ts';
import { sortedLetters } from './likeness.ts';
import { formalNamesOf } from './nicknames.ts';

/** A name as it is compared: its words run together, so that hyphens and spaces make no difference. */
export type NameFact = {
  /** Without case and accents. */
  text: string;
  /** With its umlauts as one letter: Muller of Mueller. */
  folded: string;
  words: readonly string[];
  /** Its letters in order: what is scrambled has the same. */
  letters: string;
  /** Double Metaphone (Philips 2000), or the text itself in a script that it does not know. */
  sound: string;
  /** What a short form stands for. */
  formal: readonly string[];
};

const mostLetters = 60;

/** Undefined where nothing is left of it that could be compared. */
export function nameFact(written: string | undefined): NameFact | undefined {
  const all = wordsIn(written ?? '');
  const words = all.map(({ plain }) => plain);
  const text = words.join('').slice(0, mostLetters);
  if (!text) return undefined;
  const folded = all.map((word) => word.folded).join('');
  const sound = doubleMetaphone(folded)[0] || folded;
  return { text, folded, words, letters: sortedLetters(text), sound, formal: formalNamesOf(words[0] ?? '') };
}

const legalForms = new Set(
  `ab ag aps as asa bv co company corp corporation dd doo eg ek eurl ev gbr gmbh group holding inc incorporated ivs kft kg
   kgaa kk lda limited llc llp lp ltd ltda mbh nv ohg oy oyj plc pte pty sa sarl sas se sl snc spa spolka srl sro ug und and the`.split(
    /\s+/,
  ),
);

/** A company's name without its legal form and the words that every second one has, as long as anything is left. */
export function companyNameFact(written: string | undefined): NameFact | undefined {
  const words = wordsIn((written ?? '').replaceAll('.', '')).map(({ plain }) => plain);
  const telling = words.filter((word) => !legalForms.has(word));
  return nameFact((telling.length ? telling : words).join(' '));
}
