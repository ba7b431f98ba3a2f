const chinese = /^\p{sc=Han}{2,4}$/u;
const korean = /^\p{sc=Hangul}{2,4}$/u;
const eastern = /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}々ー・]+$/u;
const ofTwo = new Set(
  '欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 司徒 夏侯 尉迟 尉遲 皇甫 令狐 慕容 南宫 南宮 东方 東方 남궁 황보 제갈 선우'.split(
    ' ',
  ),
);

/** A name in Chinese, Japanese or Korean letters, where the family name stands first. Undefined where it is none. */
export function eastAsianName(name: string): { firstName?: string; lastName: string } | undefined {
  const [family = '', ...given] = name.split(/[\s　]+/);
  if (![family, ...given].every((part) => eastern.test(part))) return undefined;
  if (given.length > 0) return { lastName: family, firstName: given.join(' ') };
  if (!chinese.test(name) && !korean.test(name)) return { lastName: name };
  const length = name.length === 4 || ofTwo.has(name.slice(0, 2)) ? 2 : 1;
  const firstName = name.slice(length);
  return { lastName: name.slice(0, length), ...(firstName && { firstName }) };
}
