/** Names as their owners write them; they are kept in lower case. */
const written: Record<string, string> = {
  linkedin: 'LinkedIn',
  youtube: 'YouTube',
  tiktok: 'TikTok',
  duckduckgo: 'DuckDuckGo',
};
export const capital = (word: string): string =>
  written[word] ?? word.slice(0, 1).toUpperCase() + word.slice(1);
