import { Parser } from 'htmlparser2';
import { decodeText } from './decode-text.ts';
import { unreadable } from './unreadable.ts';

/** What is done at each element; names come without their prefix. */
export type XmlHandler = {
  open(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
};

const longestTag = 1_048_576;
const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1);

const deepest = 100;
/** In what is damaged, or made to take long, elements stand in elements without end. */
function measured(handler: XmlHandler): XmlHandler {
  let depth = 0;
  return {
    open(name, attributes) {
      depth += 1;
      if (depth > deepest) throw unreadable('The workbook is damaged: its elements do not end.');
      handler.open(name, attributes);
    },
    text: (text) => handler.text?.(text),
    close(name) {
      depth -= 1;
      handler.close?.(name);
    },
  };
}

/** What a handler emits while an XML document is read piece by piece. Entities of a document's own are not expanded. */
export async function* readXml<T>(
  bytes: AsyncIterable<Uint8Array>,
  handlerOf: (emit: (value: T) => void) => XmlHandler,
): AsyncGenerator<T> {
  const emitted: T[] = [];
  const handler = measured(handlerOf((value) => emitted.push(value)));
  const parser = new Parser(
    {
      onopentag: (name, attributes) => handler.open(withoutPrefix(name), attributes),
      ontext: (text) => handler.text?.(text),
      onclosetag: (name) => handler.close?.(withoutPrefix(name)),
    },
    { xmlMode: true },
  );
  let written = 0;
  for await (const text of decodeText(bytes, 'utf-8')) {
    parser.write(text);
    written += text.length;
    if (written - parser.endIndex > longestTag) throw unreadable('The workbook has a tag that does not end.');
    yield* emitted.splice(0);
  }
  parser.end();
  yield* emitted;
}
