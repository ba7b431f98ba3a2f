import { beforeAll, expect, it } from 'vitest';
import { newId } from '../../../shared/core/ids.ts';
import { normalisedMessageId } from '../../../shared/mail/thread.ts';
import { replyAddress, threadOfReplyAddress } from '../../../shared/platform/reply-address.ts';
import { acme, globex } from '../../fixtures/ids.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(useSecret);
const threadId = newId('thread');
const local = async () => (await replyAddress(acme, threadId, 'in.acme.test')).split('@')[0] ?? '';

it('a reply address leads back to its thread, in whatever case it comes', async () => {
  const address = await replyAddress(acme, threadId, 'in.acme.test');
  expect(address).toMatch(/^reply\+[0-9a-z]{42}@in\.acme\.test$/);
  expect(address.indexOf('@')).toBeLessThanOrEqual(64); // RFC 5321, 4.5.3.1.1
  for (const spelled of [await local(), (await local()).toUpperCase()])
    expect(await threadOfReplyAddress(acme, spelled)).toBe(threadId);
});

it('a reply address with any character changed leads nowhere', async () => {
  const given = await local();
  for (let at = 'reply+'.length; at < given.length; at++) {
    const other = given[at] === '0' ? '1' : '0';
    const forged = given.slice(0, at) + other + given.slice(at + 1);
    expect(await threadOfReplyAddress(acme, forged), forged).toBeUndefined();
  }
});

it('a reply address of another workspace, and what is none, leads nowhere', async () => {
  expect(await threadOfReplyAddress(globex, await local())).toBeUndefined();
  for (const text of ['', 'sales', 'reply+', 'reply+abc', `${await local()}0`, `x${await local()}`])
    expect(await threadOfReplyAddress(acme, text)).toBeUndefined();
});

it('spellings of one Message-ID are equal, and two ids are not', () => {
  const same = ['<A.b@Example.COM>', ' A.b@example.com ', 'A.b@EXAMPLE.com', '<A.b@\r\n example.com>'];
  expect([...new Set(same.map(normalisedMessageId))]).toEqual(['A.b@example.com']);
  expect(normalisedMessageId('<a.b@example.com>')).not.toBe('A.b@example.com');
});
