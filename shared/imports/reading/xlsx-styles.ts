import { readXml } from './read-xml.ts';

/** How a number is shown: as a day, as a time, as both, with zeros before it, or as the number that it is. */
export type NumberStyle = { hasDay: boolean; hasTime: boolean; digits: number };
const plain: NumberStyle = { hasDay: false, hasTime: false, digits: 0 };

const between = (from: number, to: number) => (id: number) => id >= from && id <= to;
/** The formats that a workbook need not spell out (ECMA-376, part 1, 18.8.30; 27 to 36 and 50 to 58 are of East Asia). */
const builtInDays = [
  between(14, 17),
  between(22, 22),
  between(27, 31),
  between(36, 36),
  between(50, 54),
  between(57, 58),
];
const builtInTimes = [between(18, 22), between(32, 35), between(45, 45), between(47, 47), between(55, 56)];

const longestCode = 255; // in Excel
/** Without what is shown as it stands, and without colours and conditions. `[h]` is a span of time, which is a number. */
const bare = (code: string) =>
  (code.slice(0, longestCode).split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general|am\/pm|a\/p/gi, '')
    .toLowerCase();

function styleOfCode(code: string): NumberStyle {
  const signs = bare(code);
  if (/\[[hms]+\]/.test(signs)) return plain;
  const hasTime = /[hs]/.test(signs);
  const hasDay = /[dy]/.test(signs) || (!hasTime && signs.includes('m'));
  return { hasDay, hasTime, digits: /^0{2,}$/.test(signs) ? signs.length : 0 };
}
function styleOf(id: number, codes: ReadonlyMap<number, string>): NumberStyle {
  const code = codes.get(id);
  if (code !== undefined) return styleOfCode(code);
  const isIn = (ranges: readonly ((id: number) => boolean)[]) => ranges.some((range) => range(id));
  return { hasDay: isIn(builtInDays), hasTime: isIn(builtInTimes), digits: 0 };
}

/** The styles of cells, in the order by which cells name them. */
export async function readStyles(bytes: AsyncIterable<Uint8Array>): Promise<NumberStyle[]> {
  const codes = new Map<number, string>();
  let isOfCells = false;
  const ids = readXml<number>(bytes, (emit) => ({
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'cellXfs') isOfCells = true;
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode);
      if (name === 'xf' && isOfCells) emit(Number(numFmtId));
    },
    close(name) {
      if (name === 'cellXfs') isOfCells = false;
    },
  }));
  return (await Array.fromAsync(ids)).map((id) => styleOf(id, codes));
}
