const invisible = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g;
const controls = /[^\P{Cc}\n\t]/gu;
/** What programs and people write where there is nothing. */
const nothing = /^(?:-+|–|—|\.+|\?+|n\/a|#n\/a|#value!|#ref!|null|undefined|nan|k\. ?a\.|<null>|\\n)$/i;

/** A cell as a text: trimmed, in one form of Unicode, without what nobody sees. Empty where it says that there is nothing. */
export function cleanText(cell: string): string {
  const text = cell
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(invisible, '')
    .replace(controls, '')
    .replace(/[^\S\n\t]+/g, ' ')
    .trim();
  return nothing.test(text) ? '' : text;
}

/** The same on one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
