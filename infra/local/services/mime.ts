/** What SES itself does to the header block of a raw message. Bytes are kept as they are: latin1 maps each to one character. */
export type Header = { name: string; value: string; raw: string };
export type RawMail = { headers: Header[]; body: string };

/** Splits a raw message (latin1) into header fields, folded lines with their field, and the rest. */
export function splitMail(raw: string): RawMail {
  const end = /\r?\n\r?\n/.exec(raw);
  const head = end ? raw.slice(0, end.index) : raw;
  const body = end ? raw.slice(end.index + end[0].length) : '';
  const headers: Header[] = [];
  for (const line of head.split(/\r?\n/)) {
    const last = headers.at(-1);
    if (/^[ \t]/.test(line) && last) {
      last.raw += `\r\n${line}`;
      last.value += ` ${line.trim()}`;
      continue;
    }
    const colon = line.indexOf(':');
    if (colon > 0)
      headers.push({ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim(), raw: line });
  }
  return { headers, body };
}

export const headerOf = ({ headers }: RawMail, name: string): string | undefined =>
  headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value;

export const joinMail = ({ headers, body }: RawMail): string =>
  `${headers.map(({ raw }) => raw).join('\r\n')}\r\n\r\n${body}`;

export const makeHeader = (name: string, value: string): Header => ({
  name,
  value,
  raw: `${name}: ${value}`,
});

/** RFC 5322 date in UTC. */
export const mailDate = (at: Date): string => at.toUTCString().replace('GMT', '+0000');

/** The addresses in a header's value: those in angle brackets, else the words with an `@`. */
export function addressesIn(value: string | undefined): string[] {
  const plain = (value ?? '').replaceAll(/"(?:[^"\\]|\\.)*"|\([^)]*\)/g, ' ');
  return [...plain.matchAll(/<([^<>\s]+@[^<>\s]+)>|([^\s<>,;:]+@[^\s<>,;]+)/g)].map(
    ([, a, b]) => a ?? b ?? '',
  );
}

/** The values of an address list, one each, with the display names left on. */
export const listOf = (value: string | undefined): string[] =>
  (value ?? '')
    .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((one) => one.trim())
    .filter(Boolean);
