import { getDomain } from 'tldts';
import { describe, expect, test } from 'vitest';
import type { DnsAnswer } from '../../../shared/mail/dns-answer.ts';
import { readDmarc } from '../../../shared/mail/parse-dmarc.ts';
import { readSpf, spfWithSes } from '../../../shared/mail/parse-spf.ts';
import { evaluateDomain, type Looked, SendingDomain } from '../../../shared/mail/sending-domain.ts';

type Names = Record<string, DnsAnswer>;
const answers = (names: Names) => new Map(Object.entries(names));
const spfOf = (record: string | string[], more: Names = {}) =>
  readSpf('d.example', answers({ 'd.example': [record].flat(), ...more })).result;

describe('an SPF record lets SES send', () => {
  test.each([
    'v=spf1 include:amazonses.com ~all',
    'V=SPF1 INCLUDE:AMAZONSES.COM -ALL',
    'v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 a mx/24 a:x.example//64 include:amazonses.com -all',
    'v=spf1 +include:amazonses.com',
    'v=spf1 +all',
    'v=spf1 all',
    'v=spf1 ra=postmaster unknown=x include:amazonses.com -all exp=e.example',
    'v=spf1   include:amazonses.com   -all ',
    'v=spf1 redirect=amazonses.com',
  ])('%s', (record) => expect(spfOf(record)).toBe('pass'));

  test('through other records', () => {
    const more = {
      'a.example': ['other=1', 'v=spf1 include:b.example -all'],
      'b.example': ['v=spf1 redirect=c.example'],
      'c.example': ['v=spf1 include:amazonses.com ?all'],
    };
    expect(spfOf('v=spf1 include:a.example -all', more)).toBe('pass');
    expect(spfOf('v=spf1 redirect=b.example', more)).toBe('pass');
    expect(spfOf('v=spf1 -include:a.example +all', more)).toBe('fail');
  });
});

describe('an SPF record does not', () => {
  const more: Names = {
    'google.example': ['v=spf1 ip4:192.0.2.1 -all'],
    'nothing.example': [],
    'loop.example': ['v=spf1 include:loop.example -all'],
    'silent.example': 'unanswered',
  };
  const eleven = Array.from({ length: 10 }, (_, i) => `a:h${i}.example`).join(' ');
  test.each([
    ['fail', 'v=spf1 -all'],
    ['fail', 'v=spf1'],
    ['fail', 'v=spf1 include:google.example ~all'],
    ['fail', 'v=spf1 ~include:amazonses.com +all'],
    ['fail', 'v=spf1 ?all include:amazonses.com'],
    ['none', 'v=spf10 include:amazonses.com'],
    ['none', 'spf1 include:amazonses.com'],
    ['permerror', 'v=spf1 include:nothing.example include:amazonses.com'],
    ['permerror', 'v=spf1 include:loop.example'],
    ['permerror', 'v=spf1 include: -all'],
    ['permerror', 'v=spf1 includ:amazonses.com -all'],
    ['permerror', 'v=spf1 include:amazonses.com redirect=a.example redirect=b.example'],
    ['permerror', 'v=spf1 ip4 include:amazonses.com'],
    ['permerror', `v=spf1 ${eleven} include:amazonses.com -all`],
    ['unknown', 'v=spf1 include:silent.example -all'],
    ['unknown', 'v=spf1 include:%{d}.x.example -all'],
  ])('%s: %s', (result, record) => expect(spfOf(record, more)).toBe(result));

  test('where there are two, or none, or nobody answers', () => {
    expect(spfOf(['v=spf1 include:amazonses.com -all', 'v=spf1 -all'])).toBe('permerror');
    expect(spfOf([])).toBe('none');
    expect(readSpf('d.example', answers({ 'd.example': 'unanswered' })).result).toBe('unknown');
  });

  test('before its includes are looked up, which it names', () => {
    const read = readSpf(
      'd.example',
      answers({ 'd.example': ['v=spf1 include:a.example include:b.example -all'] }),
    );
    expect(read).toMatchObject({ result: 'unknown', needs: ['a.example', 'b.example'] });
  });
});

test.each([
  [[], 'v=spf1 include:amazonses.com ~all'],
  [['v=spf1 mx -all'], 'v=spf1 include:amazonses.com mx -all'],
  [['v=spf1 mx -include:amazonses.com all'], 'v=spf1 include:amazonses.com mx -include:amazonses.com all'],
  [['v=spf1 nonsense'], 'v=spf1 include:amazonses.com ~all'],
  [['v=spf1 mx', 'v=spf1 a'], 'v=spf1 include:amazonses.com ~all'],
])('of %j is made one that lets SES send', (records, expected) => {
  expect(spfWithSes(records)).toBe(expected);
  expect(spfOf(expected)).toBe('pass');
});

describe('a DMARC record is read', () => {
  test.each([
    ['v=DMARC1; p=none', 'none', 'none', 'relaxed', 'relaxed'],
    ['v=DMARC1;p=reject;sp=quarantine;adkim=s;aspf=s', 'reject', 'quarantine', 'strict', 'strict'],
    ['v=DMARC1 ; P = Quarantine ; adkim=r; pct=50', 'quarantine', 'quarantine', 'relaxed', 'relaxed'],
    ['v=DMARC1; rua=mailto:d@x.example', 'none', 'none', 'relaxed', 'relaxed'],
    ['v=DMARC1; p=block; rua=mailto:d@x.example', 'none', 'none', 'relaxed', 'relaxed'],
    ['v=DMARC1; p=reject; p=none', 'reject', 'reject', 'relaxed', 'relaxed'],
  ])('%s', (text, policy, subPolicy, adkim, aspf) => {
    expect(readDmarc([text])).toEqual({ text, policy, subPolicy, adkim, aspf });
  });
  test.each<[string, DnsAnswer]>([
    ['none', []],
    ['none', ['v=spf1 -all', 'p=reject; v=DMARC1', 'v=dmarc1; p=none', 'v=DMARC12; p=none']],
    ['many', ['v=DMARC1; p=none', 'v=DMARC1; p=reject']],
    ['invalid', ['v=DMARC1']],
    ['invalid', ['v=DMARC1; p=block']],
    ['unanswered', 'unanswered'],
  ])('as %s: %j', (expected, answer) => expect(readDmarc(answer)).toBe(expected));
});

const orgOf = (domain: string) => getDomain(domain, { allowPrivateDomains: true }) ?? domain;
const tokens = ['t1', 't2', 't3'];
const cnames = (domain: string): Names =>
  Object.fromEntries(
    tokens.map((token) => [`${token}._domainkey.${domain}`, [`${token}.dkim.amazonses.com`]]),
  );
/** `mail.shop.co.uk`, all of it in order. */
const domain = 'mail.shop.co.uk';
const bounce = `bounce.${domain}`;
const spf = ['v=spf1 include:amazonses.com ~all'];
const dmarc = ['v=DMARC1; p=reject'];
const good = {
  from: `crm@${domain}`,
  domain,
  orgOf,
  region: 'eu-central-1',
  ses: {
    verification: 'Success',
    dkim: { enabled: true, status: 'Success', tokens },
    returnPath: { domain: bounce, status: 'Success' },
  },
  txt: answers({ [bounce]: spf, [`_dmarc.${domain}`]: dmarc, '_dmarc.shop.co.uk': [] }),
  cname: answers(cnames(domain)),
} satisfies Looked;
const at = '2026-11-22T12:00:00.000Z';
const told = (over: Partial<Looked> = {}) => SendingDomain.parse(evaluateDomain({ ...good, ...over }, at));
const withTxt = (names: Names) => ({ txt: new Map([...good.txt, ...answers(names)]) });

describe('what is told of the sending domain', () => {
  test('all of it in order: nothing to do', () => {
    const { verification, dkim, spf: sent, dmarc: policy, verdict } = told();
    expect(verdict).toEqual({ status: 'pass', by: ['dkim', 'spf'] });
    expect([verification.code, dkim.code, sent.code, policy.code]).toEqual([
      'verified',
      'signed',
      'aligned',
      'enforced',
    ]);
    for (const one of [verification, dkim, sent, policy])
      expect(one).toMatchObject({ records: [], status: 'pass' });
    expect(policy).toMatchObject({ domain, policy: 'reject', inherited: false });
  });

  test('nobody answers: unknown, and never a fault', () => {
    const silent = told({ ses: undefined, txt: new Map(), cname: new Map() });
    const { verification, dkim, spf: sent, dmarc: policy, verdict } = silent;
    for (const one of [verification, dkim, sent, policy, verdict]) expect(one.status).toBe('unknown');
  });

  test('DNS alone does not answer: SES has looked itself, and DMARC and SPF stay open', () => {
    const { dkim, spf: sent, dmarc: policy, verdict } = told({ txt: new Map(), cname: new Map() });
    expect([dkim.status, sent.status, policy.status]).toEqual(['pass', 'unknown', 'unknown']);
    expect(verdict).toEqual({ status: 'pass', by: ['dkim'] });
  });

  test('DKIM’s records: those that are not there are named, word by word', () => {
    const cname = answers({
      ...cnames(domain),
      [`t2._domainkey.${domain}`]: [],
      [`t3._domainkey.${domain}`]: ['t3.dkim.amazonses.com.'],
    });
    expect(told({ cname }).dkim).toMatchObject({
      status: 'fail',
      code: 'dkim_records_missing',
      records: [{ type: 'CNAME', name: `t2._domainkey.${domain}`, value: 't2.dkim.amazonses.com' }],
    });
  });

  test.each<[string, Partial<NonNullable<Looked['ses']>>, string]>([
    ['off', { dkim: { enabled: false, status: 'NotStarted', tokens } }, 'dkim_off'],
    ['pending', { dkim: { enabled: true, status: 'Pending', tokens } }, 'dkim_pending'],
  ])('DKIM %s fails, and SPF alone carries DMARC', (_, over, code) => {
    const { dkim, verdict } = told({ ses: { ...good.ses, ...over } });
    expect(dkim).toMatchObject({ status: 'fail', code });
    expect(dkim.records).toHaveLength(3);
    expect(verdict).toEqual({ status: 'pass', by: ['spf'] });
  });

  test('a domain that SES does not know, or has not verified', () => {
    expect(told({ ses: {} })).toMatchObject({
      verification: { code: 'identity_missing', status: 'fail' },
      verdict: { status: 'fail', by: [] },
    });
    const pending = { ...good.ses, verification: 'Pending' };
    expect(told({ ses: pending }).verification).toMatchObject({
      code: 'identity_unverified',
      status: 'fail',
    });
  });

  test('without a MAIL FROM domain of its own SPF is SES’s, and DKIM carries DMARC', () => {
    const { verification, dkim } = good.ses;
    const { spf: sent, verdict } = told({ ses: { verification, dkim } });
    expect(sent).toMatchObject({ status: 'fail', code: 'return_path_shared' });
    expect(verdict).toEqual({ status: 'pass', by: ['dkim'] });
  });

  test('a MAIL FROM domain that SES still waits for: both records, with what SPF says already', () => {
    const ses = { ...good.ses, returnPath: { domain: bounce, status: 'Pending' } };
    expect(told({ ses, ...withTxt({ [bounce]: ['v=spf1 mx -all'] }) }).spf).toMatchObject({
      code: 'return_path_pending',
      records: [
        { type: 'MX', name: bounce, value: '10 feedback-smtp.eu-central-1.amazonses.com' },
        { type: 'TXT', name: bounce, value: 'v=spf1 include:amazonses.com mx -all' },
      ],
    });
  });

  test.each<[string, DnsAnswer]>([
    ['spf_missing', []],
    ['spf_many', ['v=spf1 -all', 'v=spf1 include:amazonses.com']],
    ['spf_invalid', ['v=spf1 nonsense']],
    ['spf_refuses_ses', ['v=spf1 mx -all']],
  ])('%s', (code, answer) => {
    const { spf: sent } = told(withTxt({ [bounce]: answer }));
    expect(sent).toMatchObject({ status: 'fail', code, domain: bounce });
    expect(spfOf(sent.records[0]?.value ?? '')).toBe('pass');
  });

  test('SPF of a subdomain is aligned unless DMARC asks for the very same domain', () => {
    const strict = withTxt({ [`_dmarc.${domain}`]: ['v=DMARC1; p=none; aspf=s; adkim=s'] });
    expect(told(strict)).toMatchObject({
      spf: { status: 'fail', code: 'spf_misaligned' },
      dmarc: { spfAlignment: 'strict', dkimAlignment: 'strict' },
      verdict: { status: 'pass', by: ['dkim'] },
    });
    expect(told(withTxt({ [`_dmarc.${domain}`]: 'unanswered' })).spf.status).toBe('unknown');
  });

  test('DMARC is inherited from the organizational domain, with what that says of those below', () => {
    const names = { [`_dmarc.${domain}`]: [], '_dmarc.shop.co.uk': ['v=DMARC1; p=reject; sp=none'] };
    expect(told(withTxt(names)).dmarc).toMatchObject({
      status: 'pass',
      code: 'monitored',
      domain: 'shop.co.uk',
      policy: 'none',
      inherited: true,
    });
    expect(orgOf('a.b.github.io')).toBe('b.github.io');
  });

  test.each<[string, DnsAnswer, DnsAnswer]>([
    ['dmarc_missing', [], []],
    ['dmarc_many', ['v=DMARC1; p=none', 'v=DMARC1; p=reject'], dmarc],
    ['dmarc_invalid', ['v=DMARC1; p=block'], dmarc],
    ['unanswered', 'unanswered', dmarc],
    ['unanswered', [], 'unanswered'],
  ])('%s: %j, above it %j', (code, own, above) => {
    const names = { [`_dmarc.${domain}`]: own, '_dmarc.shop.co.uk': above };
    expect(told(withTxt(names)).dmarc).toMatchObject({
      code,
      status: code === 'unanswered' ? 'unknown' : 'fail',
    });
  });

  test('the record of DMARC that is to be added is one', () => {
    const { records } = told(withTxt({ [`_dmarc.${domain}`]: [] })).dmarc;
    expect(records).toMatchObject([{ type: 'TXT', name: `_dmarc.${domain}` }]);
    expect(readDmarc([records[0]?.value ?? ''])).toMatchObject({ policy: 'none' });
  });
});
