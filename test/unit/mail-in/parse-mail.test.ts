import { describe, expect, test } from 'vitest';
import { mailDigest, mailIdentity } from '../../../shared/mail/intake-identity.ts';
import { Message, queueMessage } from '../../../shared/mail/message.ts';
import { fileNameOf, parseMail } from '../../../shared/mail/parse-mail.ts';
import { personOf, senderOf } from '../../../shared/mail/parse-sender.ts';
import { aContext } from '../../helpers/context.ts';

const bytes = (...lines: string[]) => Buffer.from(lines.join('\r\n'));

describe('what makes two messages the same', () => {
  const mail = ['From: a@b.example', 'Subject: x', ' folded', '', 'Received: in the body'];
  test('trace fields, folded ones too, do not', () => {
    const traced = bytes(
      'Return-Path: <a@b.example>',
      'Received: from a by b',
      '\tfor sales@in.acme.test; today',
      'X-SES-Spam-Verdict: PASS',
      'ARC-Seal: i=1;',
      ' cv=none',
      'Authentication-Results: x',
      ...mail,
    );
    expect(mailDigest(traced)).toBe(mailDigest(bytes(...mail)));
  });
  test('anything else does', () => {
    for (const other of [
      ['From: a@b.example', 'Subject: x', ' folded otherwise', '', 'Received: in the body'],
      ['From: a@b.example', 'Subject: x', ' folded', '', 'Received: in the body, changed'],
      ['X-Mailer: y', ...mail],
    ])
      expect(mailDigest(bytes(...other))).not.toBe(mailDigest(bytes(...mail)));
  });
  test('so does the Message-ID, but not the case of its domain or its brackets', () => {
    const raw = bytes(...mail);
    expect(mailIdentity('<A@B.example>', raw)).toBe(mailIdentity(' A@b.EXAMPLE', raw));
    expect(mailIdentity('<a@b.example>', raw)).not.toBe(mailIdentity('<A@b.example>', raw));
    expect(mailIdentity(undefined, raw)).not.toBe(mailIdentity('<a@b.example>', raw));
  });
  test('a message without an end of its header, or without anything, has a digest', () => {
    expect(mailDigest(Buffer.from('Received'))).not.toBe(mailDigest(Buffer.from('')));
  });
});

test('a Message-ID is cut to what an answer to it may carry (RFC 5322, 2.1.1)', async () => {
  const { messageId = '' } = await parseMail(bytes(`Message-ID: <${'a'.repeat(2000)}@x.example>`, '', 'x'));
  expect(messageId.length).toBe(998);
  const answer = {
    claim: 'c',
    purpose: 'welcome',
    to: 'a@x.org',
    subject: 's',
    text: 't',
    html: 'h',
  } as const;
  const { after } = queueMessage({ ...answer, inReplyTo: messageId }, aContext());
  expect(Message.parse(after)).toEqual(after);
});

describe('names of attachments', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\bill.pdf', 'bill.pdf'],
    ['a\u0000b\r\nc.txt', 'abc.txt'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['Rechnung Müller.pdf', 'Rechnung Müller.pdf'],
    [null, ''],
  ])('%o is %o', (given, kept) => expect(fileNameOf(given)).toBe(kept));
  test('are at most 255 characters', () => expect(fileNameOf('x'.repeat(400))).toHaveLength(255));
});

describe('who writes', () => {
  const from = (address: string, name = '') => senderOf([{ name, address }])?.address;
  test.each([
    ['ada@engines.example', 'ada@engines.example'],
    ['jdöe@mächine.example', 'jdöe@mächine.example'],
    ['pete(his account)@silly.test(his host)', 'pete@silly.test'],
    ['root@localhost', undefined],
    ['undisclosed recipients', undefined],
    ['a@b..example', undefined],
    ['', undefined],
  ])('%o can be answered at %o', (address, usable) => expect(from(address)).toBe(usable));
  test('the first author who can be answered is the sender', () => {
    expect(
      senderOf([
        { name: 'x', address: '' },
        { name: 'Ada', address: 'a@b.example' },
      ])?.name,
    ).toBe('Ada');
  });
  test.each([
    ['Ada King Lovelace', { firstName: 'Ada', lastName: 'King Lovelace' }],
    ['"Lovelace, Ada"', { firstName: 'Ada', lastName: 'Lovelace' }],
    ["'Ada Lovelace' (via Docs)", { firstName: 'Ada', lastName: 'Lovelace' }],
    ['Ada', { firstName: 'Ada' }],
    ['ada@engines.example', {}],
    ['', {}],
  ])('the name %o is %o', (name, person) => expect(personOf(name)).toEqual(person));
});

test('the nearest ancestor of an answer comes first', async () => {
  const mail = await parseMail(
    bytes('From: a@b.example', 'In-Reply-To: <3@x>', 'References: <1@x> <2@x>', '\t<3@x>', '', 'Hello'),
  );
  expect(mail.ancestors).toEqual(['<3@x>', '<2@x>', '<1@x>']);
});

test('groups of authors are the people in them, and a date that is none is left out', async () => {
  const mail = await parseMail(bytes('From: Us: Ada <a@b.example>, c@d.example;', 'Date: yesterday', '', ''));
  expect(mail.from.map(({ address }) => address)).toEqual(['a@b.example', 'c@d.example']);
  expect(mail).not.toHaveProperty('date');
});
