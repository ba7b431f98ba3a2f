import PostalMime from 'postal-mime';
import type { Store } from '../store.ts';
import { html, raw } from './html.ts';

/** A mail that SES was given, as `/_local/mail` shows it. */
export type SentMail = {
  messageId: string;
  at: string;
  from: string;
  to: string[];
  subject: string;
  headers: Record<string, string>;
  text: string;
  html: string;
};
type Row = {
  id: number;
  at: string;
  message_id: string;
  source: string;
  destinations: string;
  raw: Uint8Array;
};

async function parse(row: Row): Promise<SentMail> {
  const mail = await PostalMime.parse(row.raw);
  return {
    messageId: row.message_id,
    at: row.at,
    from: mail.headers.find(({ key }) => key === 'from')?.value ?? row.source,
    to: JSON.parse(row.destinations) as string[],
    subject: mail.subject ?? '',
    headers: Object.fromEntries(mail.headers.map(({ key, value }) => [key, value])),
    text: mail.text ?? '',
    html: mail.html ?? '',
  };
}

const entry = (mail: SentMail): string => html`<details>
<summary><b>${mail.subject}</b> <span>to ${mail.to.join(', ')}, ${mail.at.slice(0, 19).replace('T', ' ')} UTC</span></summary>
${raw(mail.html ? html`<iframe sandbox srcdoc="${mail.html}" title="The mail as HTML"></iframe>` : '')}<pre>${mail.text}</pre>
<details><summary>Headers</summary><table>${raw(
  Object.entries(mail.headers)
    .map(([name, value]) => html`<tr><th>${name}</th><td>${value}</td></tr>`)
    .join(''),
)}</table></details></details>`;

const style = `body{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
details{border:1px solid #ddd;border-radius:8px;padding:.6rem 1rem;margin:.5rem 0}summary{cursor:pointer;overflow-wrap:anywhere}
summary span{color:#666}th{text-align:left;vertical-align:top;padding-right:1rem;font-weight:500;color:#666}
td{word-break:break-word}iframe{box-sizing:border-box;width:100%;height:20rem;border:1px solid #eee;margin-top:.6rem}
pre{white-space:pre-wrap;background:#f7f7f7;padding:.8rem;border-radius:6px}`;

/** Reads what the mailer kept, newest first. Each mail is parsed once. */
export function openOutbox({ db }: Store) {
  const select = db.prepare('SELECT * FROM mails ORDER BY id DESC');
  const parsed = new Map<number, SentMail>();
  const list = async (): Promise<SentMail[]> => {
    const mails: SentMail[] = [];
    for (const row of select.all() as unknown as Row[]) {
      const mail = parsed.get(row.id) ?? (await parse(row));
      parsed.set(row.id, mail);
      mails.push(mail);
    }
    return mails;
  };
  const page = async (): Promise<string> => {
    const mails = await list();
    const body = mails.length > 0 ? mails.map(entry).join('\n') : '<p>No mail has been sent yet.</p>';
    return html`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sent mail (local cloud)</title>
<style>${raw(style)}</style><body><h1>Sent mail</h1>
<p>Every mail that the CRM gave to SES, newest first. Nothing has left this machine.</p>${raw(body)}</body></html>`;
  };
  return { list, page };
}
