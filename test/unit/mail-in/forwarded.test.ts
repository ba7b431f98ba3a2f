import { describe, expect, test } from 'vitest';
import { forwardedIn } from '../../../shared/mail/forwarded.ts';
import { parseMail } from '../../../shared/mail/parse-mail.ts';

const raw = (subject: string, body: string, type = 'text/plain; charset=utf-8') =>
  Buffer.from(
    [
      'From: Ann <ann@acme.test>',
      'To: log@in.acme.test',
      `Subject: ${subject}`,
      'MIME-Version: 1.0',
      `Content-Type: ${type}`,
      '',
      body,
    ].join('\r\n'),
  );
const read = async (subject: string, body: string, type?: string) =>
  forwardedIn(await parseMail(raw(subject, body, type)));
const ada = { name: 'Ada Lovelace', address: 'ada@engines.example' };
const text = 'Hello, what does it cost?';

const gmail = (from: string) =>
  `For the file\n\n---------- Forwarded message ---------\n${from}: Ada Lovelace <ada@engines.example>\nDate: Mon, 23 Nov 2026 at 10:00\nSubject: A question\nTo: Ann <ann@acme.test>\n\n\n${text}\n`;
const outlookDe = `________________________________\nVon: Ada Lovelace <ada@engines.example>\nGesendet: Montag, 23. November 2026 10:00\nAn: Ann <ann@acme.test>\nCc: Bob <bob@engines.example>\nBetreff: A question\n\n${text}\n`;
const outlookNew = `From: Ada Lovelace <ada@engines.example>\nSent: Monday, November 23, 2026 10:00 AM\nTo: Ann <ann@acme.test>\nSubject: A question\n\n${text}\n`;
const apple = `Begin forwarded message:\n\n> From: Ada Lovelace <ada@engines.example>\n> Subject: A question\n> Date: 23 November 2026 at 10:00:00 CET\n> To: Ann <ann@acme.test>\n> \n> ${text}\n`;
const appleDe = `Anfang der weitergeleiteten Nachricht:\n\nVon: Ada Lovelace <ada@engines.example>\nBetreff: A question\nDatum: 23. November 2026 um 10:00:00 MEZ\nAn: Ann <ann@acme.test>\n\n${text}\n`;

describe('what was forwarded is read as the programs write it', () => {
  test.each([
    ['Gmail', 'Fwd: A question', gmail('From')],
    ['Gmail in German', 'Fwd: A question', gmail('Von')],
    ['Outlook in German', 'WG: A question', outlookDe],
    ['the new Outlook', 'FW: A question', outlookNew],
    ['Apple Mail', 'Fwd: A question', apple],
    ['Apple Mail in German', 'Fwd: A question', appleDe],
  ])('%s', async (_, subject, body) => {
    expect(await read(subject, body)).toMatchObject({
      from: ada,
      to: [{ address: 'ann@acme.test' }],
      subject: 'A question',
      text,
    });
  });

  test('the new Outlook, where its sender wrote a subject of their own', async () => {
    expect(await read('Please file', outlookNew)).toMatchObject({ from: ada, subject: 'Please file', text });
  });

  test('as HTML alone', async () => {
    const html = `<div><b>From:</b> Ada Lovelace &lt;ada@engines.example&gt;<br><b>Sent:</b> Monday, November 23, 2026 10:00 AM<br><b>To:</b> Ann &lt;ann@acme.test&gt;<br><b>Subject:</b> A question</div><p>${text}</p>`;
    expect(await read('FW: A question', html, 'text/html; charset=utf-8')).toMatchObject({ from: ada, text });
  });

  test('as an attachment, with its own Message-ID', async () => {
    const inner = `From: Ada Lovelace <ada@engines.example>\r\nTo: ann@acme.test\r\nSubject: A question\r\nMessage-ID: <q1@engines.example>\r\n\r\n${text}\r\n`;
    const body = `--b\r\nContent-Type: text/plain\r\n\r\nSee inside.\r\n--b\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n${inner}\r\n--b--\r\n`;
    const found = await read('A question', body, 'multipart/mixed; boundary=b');
    expect(found).toMatchObject({
      from: ada,
      subject: 'A question',
      text,
      messageId: '<q1@engines.example>',
    });
  });
});

test.each([
  ['a note', 'I met Ada today. From: where do we ship?'],
  ['headers without an address', 'From: Ada\nSent: Monday\nTo: Ann\nSubject: A question\n\nHello'],
  ['nothing', ''],
])('%s is no forwarded mail', async (_, body) => expect(await read('A note', body)).toBeUndefined());

test.each([
  ['blank lines', '\n'.repeat(20_000)],
  ['spaces', `${' '.repeat(80)}\n`.repeat(2000)],
  ['headers', 'From: a <b@c.example>\n'.repeat(5000)],
  ['a long line', `From: ${'a '.repeat(50_000)}\n`],
  ['marks', '> '.repeat(50_000)],
  ['dashes', '-'.repeat(50_000)],
  ['angles', `${'_'.repeat(32)}\nFrom: ${'<'.repeat(900)}\n`.repeat(50)],
  ['asterisks', '*From:* '.repeat(10_000)],
])('a hostile text of %s is looked at within a second', async (_, body) => {
  const mail = await parseMail(raw('FW: x', body));
  const started = process.cpuUsage();
  await forwardedIn(mail);
  expect(process.cpuUsage(started).user).toBeLessThan(1_000_000); // microseconds
});
