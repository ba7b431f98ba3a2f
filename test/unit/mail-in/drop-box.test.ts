import { beforeAll, describe, expect, test } from 'vitest';
import { isProven, skippedInDropBox } from '../../../shared/mail/classify-mail.ts';
import { dropBoxTokenIn, shownAddress } from '../../../shared/mail/drop-box-token.ts';
import { dropBoxAddress, isDropBoxOf } from '../../../shared/platform/drop-box-address.ts';
import { globex } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(useSecret);
const domain = 'in.acme.test';

describe('a drop-box address', () => {
  test('names its user, whatever the case of its letters, and shows nobody else its token', async () => {
    const address = await dropBoxAddress(aUser(), domain);
    expect(address).toMatch(/^log\+[0-9a-z]{42}@in\.acme\.test$/);
    const token = dropBoxTokenIn(address.toUpperCase());
    expect(token?.userId).toBe(aUser().id);
    expect(await isDropBoxOf(aUser(), token?.signature ?? '')).toBe(true);
    expect(shownAddress(address)).toBe('log+…@in.acme.test');
    expect(shownAddress('log+book@in.acme.test')).toBe('log+book@in.acme.test');
  });

  test('is of this workspace, of this user and of this turn alone', async () => {
    const { signature = '' } = dropBoxTokenIn(await dropBoxAddress(aUser(), domain)) ?? {};
    expect(await isDropBoxOf(aUser({ dropBoxTurn: 1 }), signature)).toBe(false);
    expect(await isDropBoxOf(aUser({ workspaceId: globex }), signature)).toBe(false);
    expect(await isDropBoxOf(aUser({ id: 'us_01K0000000000000000000080B' }), signature)).toBe(false);
    expect(await isDropBoxOf(aUser(), '')).toBe(false);
  });
});

describe('that a user sent it', () => {
  const claims = (envelopeFrom: string, ...signers: string[]) => ({
    authors: ['ann@acme.test'],
    envelopeFrom,
    headers: new Map([['dkim-signature', signers.map((d) => `v=1; a=rsa-sha256; d=${d}; s=x`)]]),
  });
  const from = claims('ann@mail.acme.test');
  const signed = claims('x@bulk.example', 'Acme.test');
  const other = claims('a@evil.example', 'evil.example');
  test.each([
    ['DMARC passes', { dmarc: 'PASS' }, other, true],
    ['DMARC fails, whatever else passes', { dmarc: 'FAIL', spf: 'PASS', dkim: 'PASS' }, from, false],
    ['SPF passes for a domain of theirs', { dmarc: 'GRAY', spf: 'PASS' }, from, true],
    ['SPF passes for another domain', { dmarc: 'GRAY', spf: 'PASS' }, other, false],
    ['DKIM passes for their domain', { dkim: 'PASS', spf: 'FAIL' }, signed, true],
    ['DKIM passes for another domain', { dkim: 'PASS' }, other, false],
    ['DKIM passes without a signature', { dkim: 'PASS' }, claims('x@bulk.example'), false],
    ['both fail', { spf: 'FAIL', dkim: 'GRAY' }, signed, false],
    ['nothing is known', {}, signed, false],
  ])('%s', (_, verdicts, claims, expected) => expect(isProven(verdicts, claims)).toBe(expected));

  test.each([
    ['a second author', { dmarc: 'PASS' }, ['ann@acme.test', 'eve@evil.example'], false],
    ['a second author of the same domain', { dmarc: 'PASS' }, ['ann@acme.test', 'ben@ACME.test'], true],
    ['no author', { dmarc: 'PASS' }, [], false],
  ])('where it has %s', (_, verdicts, authors, expected) =>
    expect(isProven(verdicts, { ...other, authors })).toBe(expected),
  );

  const both = claims('x@evil.example', 'evil.example', 'acme.test');
  const results = (...values: string[]) => ({
    ...both,
    headers: new Map([...both.headers, ['authentication-results', values]]),
  });
  const good = (domain: string) => `dkim=pass header.i=@${domain}`;
  test.each([
    ['not where nobody says which is good', both, false],
    [
      'by the second',
      results(`amazonses.com; dkim=fail header.i=@evil.example; ${good('acme.test')};`),
      true,
    ],
    ['by the first', results(`amazonses.com; ${good('mail.acme.test')}; ${good('evil.example')};`), true],
    [
      'not by a good one of another',
      results(`amazonses.com; ${good('evil.example')}; dkim=fail header.i=@acme.test;`),
      false,
    ],
    [
      'not by what a sender wrote below',
      results(`amazonses.com; ${good('evil.example')};`, `amazonses.com; ${good('acme.test')};`),
      false,
    ],
    ['not by what another server says', results(`mx.evil.example; ${good('acme.test')};`), false],
    [
      'not by what stands in a comment',
      results(`amazonses.com; spf=pass (of x; ${good('acme.test')};) x; ${good('evil.example')};`),
      false,
    ],
    [
      'not by what stands in an address',
      results(
        `amazonses.com; spf=pass envelope-from="x; ${good('acme.test')};"@e.example; ${good('evil.example')};`,
      ),
      false,
    ],
    [
      'not by what is signed by nobody',
      {
        ...results(`amazonses.com; ${good('acme.test')};`),
        headers: new Map([
          ['dkim-signature', ['d=evil.example']],
          ['authentication-results', [`amazonses.com; ${good('acme.test')};`]],
        ]),
      },
      false,
    ],
  ])('of several signatures %s', (_, claims, expected) =>
    expect(isProven({ dkim: 'PASS', spf: 'FAIL' }, claims)).toBe(expected),
  );
});

test.each([
  ['own_mail', { 'x-rapport-message': ['ms_1'] }],
  ['auto_reply', { 'auto-submitted': ['auto-replied'] }],
  ['bounce', { 'content-type': ['multipart/report; report-type=delivery-status'] }],
  ['loop', { 'x-loop': ['in.acme.test'] }],
  [undefined, { 'list-id': ['<team.acme.test>'] }],
])('what no person wrote is skipped as %s', (reason, headers) => {
  const facts = {
    headers: new Map(Object.entries(headers)),
    subject: 'A question',
    envelopeFrom: 'ann@acme.test',
    sender: 'ann@acme.test',
    ...{ isReply: false, hasMailbox: false, isColleague: true },
    ourAddresses: ['crm@acme.test'],
    ourDomains: [domain],
  };
  expect(skippedInDropBox(facts)).toBe(reason);
});
