/** What a cell is by its looks alone, where its column is not known yet. */
const shapes = {
  email: /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/,
  number: /^[-+(]?[$€£¥]?\s?\d[\d.,'\s]*\s?[%€$£¥]?\)?$/,
  date: /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[T ]\d{1,2}:\d{2}.*)?$/,
  phone: /^\+?[\d\s().\-/]{6,}$/,
  url: /^(?:https?:\/\/|www\.)\S+$/i,
} as const;
/** An e-mail address has 254 characters at most. */
const longest = 300;
export type Shape = keyof typeof shapes;

/** Undefined for words. */
export function shapeOf(cell: string): Shape | undefined {
  if (cell.length > longest) return undefined;
  const text = cell.trim();
  return (Object.keys(shapes) as Shape[]).find((shape) => shapes[shape].test(text));
}
