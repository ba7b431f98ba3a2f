import type { LookupAddress } from 'node:dns';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { guardedLookup, post, retryAfterS } from '../../../functions/webhooks/sending/post.ts';
import { isPublicAddress } from '../../../shared/webhooks/public-address.ts';
import { allowedOf, assertUrl, faultOfUrl } from '../../../shared/webhooks/webhook-url.ts';

describe('an address', () => {
  test.each([
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.0.3'],
    ['loopback', '::1'],
    ['this network', '0.0.0.0'],
    ['unspecified', '::'],
    ['private', '10.1.2.3'],
    ['private', '172.16.0.1'],
    ['private', '192.168.1.1'],
    ['shared by carriers', '100.64.0.1'],
    ['link-local, where clouds keep credentials', '169.254.169.254'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['unique local', 'fd00:ec2::254'],
    ['unique local', 'fc00::1'],
    ['for documents', '192.0.2.1'],
    ['for documents', '2001:db8::1'],
    ['for benchmarks', '198.18.0.1'],
    ['for many', '224.0.0.1'],
    ['for many', 'ff02::1'],
    ['broadcast', '255.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['loopback as IPv6', '::ffff:127.0.0.1'],
    ['private as IPv6', '::ffff:10.0.0.1'],
    ['private as IPv6, in hex', '::ffff:a9fe:a9fe'],
    ['private, translated', '64:ff9b::10.0.0.1'],
    ['private, translated', '64:ff9b:1::10.0.0.1'],
    ['private, by 6to4', '2002:a00:1::'],
    ['by Teredo', '2001::1'],
    ['none', 'metadata'],
    ['none', ''],
  ])('that is %s is not public: %s', (_, address) => expect(isPublicAddress(address)).toBe(false));
  test.each(['8.8.8.8', '93.184.216.34', '172.32.0.1', '2606:4700::1111'])('is public: %s', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );
});

describe('a URL', () => {
  test.each([
    'http://example.com/',
    'ftp://example.com/',
    'https://example.com:8443/',
    'https://example.com:80/',
    'https://user@example.com/',
    'https://user:password@example.com/',
    'https://example.com/#part',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://169.254.169.254./',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[fd00:ec2::254]/',
    'https://localhost/',
    'https://localhost./',
    'https://printer.local/',
    'https://metadata.google.internal/',
    'https://intranet/',
  ])('%s is refused before it is stored', (url) =>
    expect(() => assertUrl(url, [])).toThrow(expect.objectContaining({ code: 'webhook_url_refused' })),
  );
  test.each([
    'https://example.com/',
    'https://example.com:443/a?b=c',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
  ])('%s is taken', (url) => expect(faultOfUrl(new URL(url), [])).toBeUndefined());
  test('of an allowed host is taken with any port and without TLS; no other is, and no user in it', () => {
    const allowed = allowedOf(' 127.0.0.1 , ::1,');
    expect(faultOfUrl(new URL('http://127.0.0.1:9000/hook'), allowed)).toBeUndefined();
    expect(faultOfUrl(new URL('http://[::1]:9000/hook'), allowed)).toBeUndefined();
    expect(faultOfUrl(new URL('http://127.0.0.2:9000/hook'), allowed)).toBeDefined();
    expect(faultOfUrl(new URL('http://u@127.0.0.1:9000/hook'), allowed)).toBeDefined();
    expect(allowedOf('')).toEqual([]);
  });
});

/** A resolver that answers something else at every question, as a hostile name server does. */
const resolving = (...answers: string[][]) => {
  let asked = 0;
  const resolve = (_: string, __: object, done: (error: null, found: LookupAddress[]) => void) => {
    const found = answers[Math.min(asked++, answers.length - 1)] ?? [];
    done(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return { resolve: resolve as never, asked: () => asked };
};
const posting = { headers: {}, body: '{}', allowed: [], ms: 2000 };

describe('a name that leads elsewhere', () => {
  test('than to public addresses is refused at the connection, also where one of several is public', async () => {
    for (const found of [['127.0.0.1'], ['8.8.8.8', '10.0.0.1'], ['::ffff:169.254.169.254'], []]) {
      const { resolve } = resolving(found);
      const outcome = await post({
        ...posting,
        url: new URL('https://rebinding.example/'),
        resolveName: resolve,
      });
      expect(outcome).toMatchObject({ error: 'webhook_url_refused' });
    }
  });

  test('once it was looked at has no effect: the address that was checked is the one that is connected to', async () => {
    const { resolve, asked } = resolving(['93.184.216.34'], ['127.0.0.1']);
    const connectedTo: unknown[] = [];
    const lookup = guardedLookup(resolve);
    await new Promise<void>((done) =>
      lookup('rebinding.example', { all: true }, (_, addresses) => {
        connectedTo.push(addresses);
        done();
      }),
    );
    expect(connectedTo).toEqual([[{ address: '93.184.216.34', family: 4 }]]);
    expect(asked()).toBe(1);
  });

  test('by a redirect is not followed', async () => {
    let visits = 0;
    const server = createServer((_, response) => {
      visits++;
      response.writeHead(302, { location: '/secret' }).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const url = new URL(`http://127.0.0.1:${port}/`);
    expect(await post({ ...posting, url, allowed: ['127.0.0.1'] })).toMatchObject({ status: 302 });
    expect(visits).toBe(1);
    server.close();
  });
});

test('an answer without end is not waited for', async () => {
  const server = createServer((_, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write('x'.repeat(16_384)), 1);
    response.on('close', () => clearInterval(timer));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const url = new URL(`http://127.0.0.1:${port}/`);
  expect(await post({ ...posting, url, allowed: ['127.0.0.1'] })).toMatchObject({ status: 200 });
  server.close();
});

test('nobody there is told by a code, without the address', async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  const url = new URL(`http://127.0.0.1:${port}/`);
  expect(await post({ ...posting, url, allowed: ['127.0.0.1'] })).toEqual({
    ms: expect.any(Number),
    error: 'connection_refused',
  });
});

test.each([
  ['120', 120],
  ['0', 0],
  ['Sun, 22 Nov 2026 12:01:00 GMT', 60],
  ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
  ['soon', undefined],
  [undefined, undefined],
])('Retry-After %s is %s seconds', (header, seconds) =>
  expect(retryAfterS(header, Date.parse('2026-11-22T12:00:00Z'))).toBe(seconds),
);
