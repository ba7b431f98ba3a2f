import { createTransport } from 'nodemailer';
import type { IntakeBody, IntakeMessage } from '../../shared/mail/intake-routes.ts';
import type { MailFile, ReadMail } from './mail-files.ts';

export type Target = { url: string; smtpPort: number; token: string };
export type Intake = { received: number; logged: number; skipped: Record<string, number>; failed: number };

/** Anything that SMTP takes as a reverse path; the message's own author where that is one (RFC 5321, 4.1.2). */
function envelopeFrom({ raw }: MailFile): string {
  const head = raw.subarray(0, 20_000).toString('latin1');
  const author = /^from\s*:.*?([\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+)/im.exec(head)?.[1];
  return author ?? 'somebody@sender.example';
}

/** Sends each message to an address of its own by SMTP, eight connections at once; answers those that were refused, with why. */
export async function sendAll(
  { smtpPort }: Target,
  mails: MailFile[],
  addressOf: (n: number) => string,
): Promise<Map<string, string>> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: smtpPort,
    pool: true,
    maxConnections: 8,
    maxMessages: Number.POSITIVE_INFINITY,
    ignoreTLS: true,
  });
  const refused = new Map<string, string>();
  const send = ({ name, raw }: MailFile, n: number) =>
    transport
      .sendMail({ envelope: { from: envelopeFrom({ name, raw }), to: addressOf(n) }, raw })
      .catch((error: Error) => refused.set(name, error.message));
  await Promise.all(mails.map(send));
  transport.close();
  return refused;
}

async function get<T>({ url, token }: Target, path: string): Promise<T> {
  const response = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

export const readIntake = (target: Target) => get<Intake>(target, '/v1/mail/intake');

/** All received messages whose recipient is one of ours, page by page. */
export async function* readMessages(target: Target): AsyncGenerator<IntakeBody> {
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: '100', ...(cursor && { cursor }) });
    const page = await get<{ items: IntakeBody[]; cursor?: string }>(
      target,
      `/v1/mail/intake/messages?${query}`,
    );
    yield* page.items;
    cursor = page.cursor;
  } while (cursor);
}

async function fetched(link: string): Promise<Buffer> {
  const response = await fetch(link);
  if (!response.ok) throw new Error(`${response.status} for ${new URL(link).pathname}`);
  return Buffer.from(await response.arrayBuffer());
}

/** One message, with the content of its attachments; undefined where it was not opened or could not be read. */
export async function readMail(target: Target, id: string): Promise<ReadMail | undefined> {
  const { mail } = await get<IntakeMessage>(target, `/v1/mail/intake/messages/${id}`);
  if (!mail) return undefined;
  const { subject, from, textUrl } = mail;
  const attachments: ReadMail['attachments'] = [];
  for (const { filename, contentType, url } of mail.attachments)
    attachments.push({ filename, contentType, content: await fetched(url) });
  const text = textUrl ? (await fetched(textUrl)).toString('utf8') : mail.text;
  return { subject, from, text, attachments };
}
