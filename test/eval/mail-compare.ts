import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Agreed, ReadMail } from './mail-files.ts';

const sha = (data: string | Buffer) => createHash('sha1').update(data).digest('hex').slice(0, 16);

/** The form in which the lists compare texts: line ends are one sign, blanks one blank, and empty lines nothing. */
export const normalText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');

const readers = {
  subject: ({ subject }: ReadMail) => subject,
  from: ({ from }: ReadMail) => from.map(({ address }) => address.toLowerCase()),
  text: ({ text }: ReadMail) => sha(normalText(text)),
  attachments: ({ attachments }: ReadMail) =>
    attachments.map(({ filename, contentType, content }) => ({
      ...{ filename, contentType },
      sha1_16: sha(content),
      bytes: content.length,
    })),
};
export type Field = keyof typeof readers;
export const fields = Object.keys(readers) as Field[];

export type Comparison = { field: Field; equal: boolean; wanted: unknown; got: unknown };
/** Each agreed field of one message, beside what was read back of it. */
export function compare(agreed: Agreed, mail: ReadMail | undefined): Comparison[] {
  return fields.flatMap((field) => {
    if (agreed[field] === undefined) return [];
    const wanted = field === 'text' ? agreed.text?.sha1_16 : agreed[field];
    const got = mail && readers[field](mail);
    return [{ field, equal: isDeepStrictEqual(got, wanted), wanted, got }];
  });
}
