import { describe, expect, test } from 'vitest';
import { replyTextOf } from '../../../shared/mail/reply-text.ts';

const reply = (...lines: string[]) => replyTextOf(lines.join('\n'), '');
const mine = 'Yes, please send the offer.';

describe('the reply is what stands above the quote', () => {
  test.each<[string, string[]]>([
    ['English', ['On Sun, Nov 22, 2026 at 11:59 AM Ada <ada@x.example> wrote:', '> Hello']],
    [
      'English, wrapped',
      ['On Sun, Nov 22, 2026 at 11:59 AM Ada Lovelace <', 'ada@x.example> wrote:', '', '> Hello'],
    ],
    ['German', ['Am 22.11.2026 um 11:59 schrieb Ada <ada@x.example>:', '> Hallo']],
    ['German, not quoted', ['Am 22.11.2026 um 11:59 schrieb Ada:', '', 'Hallo', 'du']],
    ['French', ['Le 22 nov. 2026 à 11:59, Ada <ada@x.example> a écrit :', '> Bonjour']],
    ['Spanish', ['El 22 nov 2026, a las 11:59, Ada <ada@x.example> escribió:', '> Hola']],
    ['Italian, wrapped', ['Il giorno 22 nov 2026, Ada <ada@x.example>', 'ha scritto:', '> Ciao']],
    ['Portuguese', ['Em 22 de nov de 2026 11:59, Ada <ada@x.example> escreveu:', '> Oi']],
    ['Dutch', ['Op 22 nov. 2026 om 11:59 schreef Ada <ada@x.example>:', '> Hoi']],
    ['Russian', ['22.11.2026 11:59 пользователь Ada <', 'ada@x.example> написал:', '', '> Привет']],
    [
      'Norwegian, broken address',
      ['tir. 22. nov. 2026 kl. 11:59 skrev Ada <ada@x.example', '>:', '', '> Hei'],
    ],
    ['Turkish', ['Ada <ada@x.example>, 22 Kas 2026 Paz, 11:59 tarihinde şunu yazdı:', '', '> Merhaba']],
    ['Chinese', ['在 2026年11月22日，Ada <ada@x.example> 写道：', '> 你好']],
    [
      'Outlook',
      ['From: Ada [mailto:ada@x.example]', 'Sent: Sunday', 'To: Sales', 'Subject: Offer', '', 'Hello'],
    ],
    [
      'Outlook with a rule',
      ['________________________________', 'From: Ada', 'Sent: Sunday', 'To: Us', 'Hello'],
    ],
    ['Outlook, German', ['Von: Ada', 'Gesendet: Sonntag', 'An: Vertrieb', 'Betreff: Angebot', 'Hallo']],
    ['Outlook, French', ['De : Ada', 'Envoyé : dimanche', 'À : Ventes', 'Objet : Offre', 'Bonjour']],
    [
      'Gmail’s bold fields',
      [' ------------------------------', '*From:* Ada', '*Sent:* Sunday', '*To:* us', 'x'],
    ],
    ['an original message', ['-----Original Message-----', 'From: Ada', 'Hello']],
    ['an original message, German', ['-----Ursprüngliche Nachricht-----', 'Von: Ada', 'Hallo']],
    ['a mailing list’s footer', ['_______________________________________________', 'riders mailing list']],
    ['a signature', ['-- ', 'Ada Lovelace', 'Engines Ltd']],
    ['a telephone', ['Sent from my iPhone']],
  ])('%s', async (_, lines) => expect(await reply(mine, '', ...lines)).toBe(mine));
});

test('what stands between quoted lines, and below them, stays', async () => {
  const text = await reply(
    'On 1 May 2026, Ada <a@x.example> wrote:',
    '> Blue or red?',
    '',
    'Red.',
    '',
    '> When?',
    '',
    'Now.',
  );
  expect(text.split(/\n+/)).toEqual(['Red.', 'Now.']);
});

test('the second half of a quoted line that a program broke is no answer', async () => {
  const long = '> we would like to know whether the engine could also weave algebraic patterns as a';
  expect(
    await reply(mine, '', 'On 1 May 2026 Ada <a@x.example> wrote:', long, 'loom does', '> with leaves'),
  ).toBe(mine);
});

test('a sentence is no signature because it begins like one', async () => {
  const text = await reply(mine, '', 'Sent from my desk, is much easier then my mobile phone.');
  expect(text).toContain('Sent from my desk');
});

test('a list of fields in somebody’s own words is no quote', async () => {
  const text = await reply('My data:', 'From: Berlin', 'I go by train.');
  expect(text).toContain('Berlin');
});

test('of a mail that has HTML alone its text is read, without what it quotes', async () => {
  const html =
    '<style>p{}</style><p>Yes &amp; <b>please</b></p><div>On 1 May 2026 Ada &lt;a@x.example&gt; wrote:</div><blockquote>Hello</blockquote>';
  expect(await replyTextOf('', html)).toBe('Yes & please');
});

test('hostile text takes no longer than the patience of a second or two', { timeout: 20_000 }, async () => {
  const hostile = [
    `On ${'a '.repeat(100_000)}`,
    'Op x schreef y\n'.repeat(15_000),
    `${'abc. skrev x skrev y\n'.repeat(19)}${' skrev x\n'.repeat(1000)}`,
    '\n'.repeat(200_000),
    '>'.repeat(200_000),
    'x 1:\n\n'.repeat(30_000),
    `From :${' '.repeat(990)}\n`.repeat(10),
  ];
  for (const text of hostile) {
    const before = process.cpuUsage();
    await replyTextOf(text, '');
    expect(process.cpuUsage(before).user / 1e6, text.slice(0, 20)).toBeLessThan(2);
  }
});
