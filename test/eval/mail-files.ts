import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { MailBody } from '../../shared/mail/intake-routes.ts';

export type MailFile = { name: string; raw: Buffer };

/** A message begins with a header field, or with the `From ` line of a mailbox file (RFC 4155). */
const looksLikeMail = (raw: Buffer) =>
  /^(?:\s*From |[\x21-\x39\x3b-\x7e]+[ \t]*:)/.test(raw.subarray(0, 2000).toString('latin1').trimStart());
const isNamedMail = (name: string) => /\.(?:eml|msg822|mbox)$/i.test(name);

async function read(folder: string, path: string): Promise<MailFile[]> {
  const stored = await readFile(path);
  const isPacked = path.endsWith('.gz');
  const raw = isPacked ? gunzipSync(stored) : stored;
  const name = relative(folder, isPacked ? path.slice(0, -'.gz'.length) : path).replaceAll(sep, '/');
  const isMail = isNamedMail(name) || (!/\.(?:json|md|txt|csv)$/i.test(name) && looksLikeMail(raw));
  return isMail ? [{ name, raw }] : [];
}

/** Every message under a folder, in the order of the names; `.gz` is unpacked. */
export async function mailsUnder(folder: string): Promise<MailFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return (await Promise.all(paths.sort().map((path) => read(folder, path)))).flat();
}

export type Agreed = {
  subject?: string;
  from?: string[];
  text?: { length: number; sha1_16: string };
  attachments?: { filename: string; contentType: string; sha1_16: string; bytes: number }[];
};
/** What several parsers agree on, by file; nothing where the folder has no such list. */
export async function agreedIn(folder: string): Promise<Map<string, Agreed>> {
  const text = await readFile(join(folder, 'expected-consensus.json'), 'utf8').catch(() => '{"messages":{}}');
  const { messages } = JSON.parse(text) as { messages: Record<string, { agreed?: Agreed }> };
  return new Map(Object.entries(messages).map(([name, { agreed = {} }]) => [name, agreed]));
}

/** A message that was read back, with what its links hold. */
export type ReadMail = Pick<MailBody, 'subject' | 'from' | 'text'> & {
  attachments: { filename: string; contentType: string; content: Buffer }[];
};
