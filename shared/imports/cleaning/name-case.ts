const particles = new Set(
  'van von de der den des del della dello di da das do dos du la le las los lo ter ten te zu zur zum vom af av al el bin ibn bint ben y e i und'.split(
    ' ',
  ),
);
/** Whether a word of a name belongs to the family name behind it, like `van`. */
export const isParticle = (word: string): boolean => particles.has(word.toLowerCase());

const roman = /^(?:ii|iii|iv|vi|vii|viii)$/i;
const capital = (word: string) => word.charAt(0).toLocaleUpperCase() + word.slice(1);
/** `mccarthy`, `o'neill`, `jean-luc`: a capital stands behind each part too. */
const withCapitals = (word: string) =>
  word
    .split(/([-‐'’.])/)
    .map((part, i, all) => (/['’]/.test(all[i - 1] ?? '') && part.length < 2 ? part : capital(part)))
    .join('')
    .replace(/^Mc(\p{Ll})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);

function wordCase(word: string, isFirst: boolean): string {
  if (roman.test(word) && !isFirst) return word.toUpperCase(); // a first name may be Vi
  const lower = word.toLocaleLowerCase();
  if (isParticle(lower) && !isFirst) return lower;
  return withCapitals(lower);
}

/** Scripts that have capitals and begin no name with one, and the dotted and the undotted I of Turkish, which is no other alphabet's. */
const hasOwnCase = (name: string) =>
  /[\p{Script=Georgian}\p{Script=Cherokee}İı]/u.test(name) || (/[ŞĞ]/.test(name) && name.includes('I'));
const letters = (text: string) => text.replace(/[^\p{L}]/gu, '');
/** Nothing but capitals or no capital at all: as nobody writes their own name. A word of one or two letters may be initials. */
function isShouted(name: string): boolean {
  const all = letters(name);
  return all.length > 2 && all === all.toLocaleUpperCase() && all !== all.toLocaleLowerCase();
}
const isWhispered = (name: string) => {
  const all = letters(name);
  return all.length > 1 && all === all.toLocaleLowerCase() && all !== all.toLocaleUpperCase();
};

/**
 * A person's name with capitals where it has only those or none: `LUDWIG VAN BEETHOVEN`, `o'neill`. Any other name is as
 * the person writes it. A family name may begin with a particle in small letters (`van der Berg`).
 */
export function nameCase(name: string, part: 'family' | 'other' = 'other'): string {
  if (hasOwnCase(name) || (!isShouted(name) && !isWhispered(name))) return name;
  const words = name.split(' ');
  return words
    .map((word, i) => wordCase(word, i === 0 && (part === 'other' || words.length === 1)))
    .join(' ');
}
