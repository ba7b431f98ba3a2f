import type { Limits } from './limits.ts';
import { readXml } from './read-xml.ts';
import { unreadable } from './unreadable.ts';
import { textCollector } from './xlsx-sheet.ts';
import { unescaped } from './xlsx-values.ts';

/** The texts that cells refer to by number: what is read of a workbook before its rows, and held. */
export async function readSharedStrings(bytes: AsyncIterable<Uint8Array>, limits: Limits): Promise<string[]> {
  const collector = textCollector(['t'], limits);
  const found = readXml<string>(bytes, (emit) => ({
    open: collector.open,
    text: collector.text,
    close(name) {
      collector.close(name);
      if (name === 'si') emit(unescaped(collector.take()));
    },
  }));
  const texts: string[] = [];
  let length = 0;
  for await (const text of found) {
    texts.push(text);
    length += text.length;
    if (length > limits.sharedText || texts.length > limits.cells) {
      throw unreadable(
        'The workbook has more text than is held at once. Save the sheet as .csv and try again.',
      );
    }
  }
  return texts;
}
