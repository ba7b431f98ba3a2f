import { expect, test } from 'vitest';
import { sesResults, verdictOf } from '../../../shared/mail/authentication-results.ts';

const found = (...values: string[]) => sesResults(new Map([['authentication-results', values]]));

test('every signature has a result of its own, and one pass is a pass', () => {
  const results = found(
    'amazonses.com; spf=softfail (spfCheck: x; y) client-ip=192.0.2.1; envelope-from=a@b.example; dkim=fail header.i=@b.example; dkim=pass header.i=@Mail.Example; dkim=none; dmarc=none header.from=b.example;',
  );
  expect(results.filter(({ method }) => method === 'dkim')).toEqual([
    { method: 'dkim', result: 'fail', domain: 'b.example' },
    { method: 'dkim', result: 'pass', domain: 'mail.example' },
    { method: 'dkim', result: 'none', domain: undefined },
  ]);
  expect(['spf', 'dkim', 'dmarc'].map((method) => verdictOf(results, method))).toEqual([
    undefined,
    'PASS',
    undefined,
  ]);
});

test.each([
  ['there is none', []],
  ['it is another server’s', ['mx.example; dkim=pass']],
  ['a quotation or a comment has no end', ['amazonses.com; spf=pass (x; dkim=pass header.i=@acme.test;']],
])('nothing is known where %s', (_, values) => expect(found(...values)).toEqual([]));
