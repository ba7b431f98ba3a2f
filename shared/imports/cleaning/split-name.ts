import { plain } from '../../search/fold.ts';
import { eastAsianName } from './east-asian-name.ts';
import { isParticle } from './name-case.ts';

export type NameParts = {
  prefix?: string;
  firstName?: string;
  middleName?: string;
  lastName?: string;
  suffix?: string;
  nickname?: string;
};

const prefixes = new Set(
  'mr mrs ms miss mx dr prof professor sir dame lord lady rev hon fr br capt col gen lt sgt herr frau hr fr frl dipl mag ing m mme mlle monsieur madame sr sra srta senor senora don dona sig sigra dott dottssa avv dhr mevr mw drs ir pan pani hrabia ds'.split(
    ' ',
  ),
);
/** What stands behind an academic degree and is none of the name. */
const degrees = new Set('med rer nat phil jur ing habil h c mult vet dent pol oec dr'.split(' '));
const suffixes = new Set(
  'jr sr ii iii iv phd md esq mba cpa dds msc bsc ma ba mph rn obe mbe cfa pmp jd llm filho neto junior senior'.split(
    ' ',
  ),
);
const bare = (word: string) => plain(word).replace(/[.,]/g, '');
const isPrefix = (word: string) => prefixes.has(bare(word));
const isSuffix = (word: string) => suffixes.has(bare(word));

function takePrefix(words: string[]): string[] {
  const taken: string[] = [];
  const goesOn = (word: string) =>
    isPrefix(word) || (taken.length > 0 && word.includes('.') && degrees.has(bare(word)));
  while (words.length > 1 && goesOn(words[0] ?? '')) taken.push(words.shift() ?? '');
  return taken;
}
function takeSuffix(words: string[]): string[] {
  const taken: string[] = [];
  while (words.length > 2 && isSuffix(words.at(-1) ?? '')) taken.unshift(words.pop() ?? '');
  return taken;
}

/** Where the family name begins: at the first particle behind the first name, else at the last word. */
function familyAt(words: readonly string[]): number {
  const particle = words.findIndex((word, i) => i > 0 && i < words.length - 1 && isParticle(word));
  return particle > 0 ? particle : words.length - 1;
}
function isCouple(words: readonly string[]) {
  return words.some((word) => word === '&' || word === '+');
}

function inOrder(words: readonly string[], prefixed: boolean): NameParts {
  const [only = ''] = words;
  if (words.length === 1) return prefixed ? { lastName: only } : { firstName: only };
  const family = isCouple(words) ? words.length - 1 : familyAt(words);
  const lastName = words.slice(family).join(' ');
  if (isCouple(words)) return { firstName: words.slice(0, family).join(' '), lastName };
  const middleName = words.slice(1, family).join(' ');
  return { firstName: only, ...(middleName && { middleName }), lastName };
}

/** `Last, First Middle`. */
function inReverse(family: string, given: string): NameParts {
  const [firstName = '', ...others] = given.split(' ');
  const middleName = others.join(' ');
  return { lastName: family, ...(firstName && { firstName }), ...(middleName && { middleName }) };
}

const quoted = /\s*(?:"([^"]+)"|“([^”]+)”|\(([^)]+)\))\s*/;
const wordsOf = (text: string) => text.split(' ').filter(Boolean);
const joined = (words: readonly string[]) => words.join(' ').replace(/,$/, '');

/** The parts that a comma leaves, without those that are titles behind a name (`Jane Doe, PhD`). */
function sidesOf(text: string): { sides: string[]; behind: string[] } {
  const all = text.split(',').map((side) => side.trim());
  const behind: string[] = [];
  while (all.length > 1 && wordsOf(all.at(-1) ?? '').every(isSuffix)) behind.unshift(all.pop() ?? '');
  return { sides: all, behind };
}

/**
 * A whole name in its parts: `Dr. Ludwig van Beethoven`, `Doe, John R.`, `Jane "Janie" Doe, PhD`, 山田 太郎. What a name
 * does not tell by itself is taken for first name, others, last name; one word alone is a first name, behind a title a last
 * name.
 */
export function splitName(written: string): NameParts {
  const eastAsian = eastAsianName(written.trim());
  if (eastAsian) return eastAsian;
  const nickname = quoted.exec(written)?.slice(1).find(Boolean);
  const { sides, behind } = sidesOf(written.replace(quoted, ' ').replace(/\s+/g, ' ').trim());
  const [front = '', back] = sides;
  const words = wordsOf(back === undefined ? front : back);
  const prefix = [...takePrefix(words)];
  const family = wordsOf(front);
  const suffix = [...takeSuffix(back === undefined ? words : family), ...behind].join(' ');
  const parts =
    back === undefined ? inOrder(words, prefix.length > 0) : inReverse(joined(family), joined(words));
  const all = { prefix: prefix.join(' '), ...parts, suffix, nickname };
  return Object.fromEntries(Object.entries(all).filter(([, part]) => part));
}
