import type { MergeBlock } from '../mail/merge-fields.ts';
import { escaped, type PageLanguage } from '../mail/public-page.ts';

const words = {
  en: ['Very bad', 'Bad', 'Fair', 'Good', 'Very good'],
  de: ['Sehr schlecht', 'Schlecht', 'Mittel', 'Gut', 'Sehr gut'],
} as const;
export const scoreWord = (score: number, language: PageLanguage): string =>
  words[language][score - 1] ?? String(score);

/** What stands in a mail for `{{rating.links}}`: the best in front. */
export function ratingBlock(
  links: readonly { score: number; url: string }[],
  language: PageLanguage = 'en',
): MergeBlock {
  const all = links.toReversed().map(({ score, url }) => ({ url, label: scoreWord(score, language) }));
  return {
    text: all.map(({ label, url }) => `${label}: ${url}`).join('\n'),
    html: `<p>${all.map(({ label, url }) => `<a href="${escaped(url)}">${escaped(label)}</a>`).join(' · ')}</p>`,
  };
}
