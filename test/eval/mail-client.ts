import { createTransport } from 'nodemailer';
import { createClient } from '../../web/client/src/index.ts';
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

const clientOf = ({ url, token }: Target) => createClient({ baseUrl: url, token });

export const readIntake = (target: Target): Promise<Intake> => clientOf(target).getMailIntake();

/** All received messages whose recipient is one of ours, page by page. */
export const readMessages = (target: Target) =>
  clientOf(target).all('listMailIntake', { query: { limit: 100 } });

async function fetched(link: string): Promise<Buffer> {
  const response = await fetch(link);
  if (!response.ok) throw new Error(`${response.status} for ${new URL(link).pathname}`);
  return Buffer.from(await response.arrayBuffer());
}

/** One message, with the content of its attachments; undefined where it was not opened or could not be read. */
export async function readMail(target: Target, id: string): Promise<ReadMail | undefined> {
  const { mail } = await clientOf(target).getMailIntakeMessage({ path: { intakeId: id } });
  if (!mail) return undefined;
  const { subject, from, textUrl } = mail;
  const attachments: ReadMail['attachments'] = [];
  for (const { filename, contentType, url } of mail.attachments)
    attachments.push({ filename, contentType, content: await fetched(url) });
  const text = textUrl ? (await fetched(textUrl)).toString('utf8') : mail.text;
  return { subject, from, text, attachments };
}
