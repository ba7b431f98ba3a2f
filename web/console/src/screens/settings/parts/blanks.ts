export type Selection = { start: number; end: number };

/** A text with a blank in the place of what is selected, and where the cursor is then. */
export function withBlank(text: string, { start, end }: Selection, blank: string) {
  const [from, to] = [Math.min(start, text.length), Math.min(Math.max(start, end), text.length)];
  return { text: text.slice(0, from) + blank + text.slice(to), at: from + blank.length };
}

/** What would end a blank or begin its fallback cannot stand in the fallback. */
const plain = (text: string) => text.replace(/[{}|]/g, '').trim();
/** A blank as it is written: `{{contact.firstName|there}}` says what stands where nothing is known. */
export function blankOf(field: string, fallback: string): string {
  const otherwise = plain(fallback);
  return `{{${field}${otherwise && `|${otherwise}`}}}`;
}
