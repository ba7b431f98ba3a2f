/** Shares of money as words: one as it is; of several currencies each with its own, since no one of them is the whole. */
export function sharesIn(
  byCurrency: Readonly<Record<string, number>> | undefined,
  share: (part: number | undefined) => string,
): string {
  const all = Object.entries(byCurrency ?? {});
  const [first] = all;
  if (all.length < 2) return share(first?.[1]);
  return all.map(([currency, part]) => `${share(part)} ${currency}`).join(' · ');
}
