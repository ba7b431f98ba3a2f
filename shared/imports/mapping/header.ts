import { plain } from '../../search/fold.ts';

const camel = /(\p{Ll}|\d)(\p{Lu})/gu;
const acronym = /(\p{Lu})(\p{Lu}\p{Ll})/gu;
const betweenDigits = /(\p{L})(\d)|(\d)(\p{L})/gu;
/** A word that is written in parts as often as in one. */
const together: readonly [RegExp, string][] = [
  [/\be mail/g, 'email'],
  [/\bzip codes?\b/g, 'zipcode'],
  [/\bpost code\b/g, 'postcode'],
  [/\bweb ?(site|page|seite)\b/g, 'web$1'],
  [/\blinked in\b/g, 'linkedin'],
  [/\btime zone\b/g, 'timezone'],
];

/**
 * A header as words in which two spellings of it are equal: without case, accents and punctuation, camelCase and snake_case
 * taken apart, `e-mail` as one word. `E-mail 1 - Value` is `email 1 value`.
 */
export function foldHeader(header: string): string {
  const apart = header
    .normalize('NFKC')
    .replace(camel, '$1 $2')
    .replace(acronym, '$1 $2')
    .replace(betweenDigits, '$1$3 $2$4');
  const words = plain(apart)
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
  return together.reduce((text, [from, to]) => text.replace(from, to), words);
}
