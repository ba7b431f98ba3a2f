import { expect, test } from 'vitest';
import { isNeverLogged, namedByDomain } from '../../../shared/mail/never-log.ts';
import { patchWorkspace, WorkspacePatch } from '../../../shared/workspaces/workspace.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { aContext } from '../../helpers/context.ts';

const folding = { plusTag: true, gmailDots: true };
const never = { addresses: ['ada.love@gmail.com', 'ann@acme.test'], domains: ['law.example', 'acme.test'] };
const party = (address: string, isUser = false) => ({ address, isUser });

test.each([
  ['a listed address', 'ada.love@gmail.com', true],
  ['another spelling of it', 'AdaLove+x@googlemail.com', true],
  ['another address at its domain', 'bob@gmail.com', false],
  ['an address at a listed domain', 'Counsel@LAW.example', true],
  ['one below it', 'counsel@berlin.law.example', true],
  ['one whose domain only ends alike', 'counsel@notlaw.example', false],
  ['one whose domain only begins alike', 'counsel@law.example.org', false],
])('%s', (_, address, expected) => {
  expect(isNeverLogged(never, folding, [party('x@y.example'), party(address)])).toBe(expected);
});

test('a user of the workspace counts by the exact address alone', () => {
  expect(isNeverLogged(never, folding, [party('bob@acme.test', true)])).toBe(false);
  expect(isNeverLogged(never, folding, [party('bob@acme.test')])).toBe(true);
  expect(isNeverLogged(never, folding, [party('ann@acme.test', true)])).toBe(true);
  expect(namedByDomain(never, ['bob@acme.test', 'a@b.example'])).toEqual(['bob@acme.test']);
});

test('where nothing is listed everything is logged', () => {
  expect(isNeverLogged({ addresses: [], domains: [] }, folding, [party('a@law.example')])).toBe(false);
});

test('a patch replaces the one list and keeps the other; null clears', () => {
  const workspace = aWorkspace({ neverLog: never });
  const patched = (neverLog: unknown) =>
    patchWorkspace(workspace, WorkspacePatch.parse({ neverLog }), aContext()).after.neverLog;
  expect(patched({ domains: ['@Law.Example', 'law.example', 'bücher.example'] })).toEqual({
    addresses: never.addresses,
    domains: ['law.example', 'xn--bcher-kva.example'],
  });
  expect(patched({ addresses: null })).toEqual({ addresses: [], domains: never.domains });
  expect(patched(null)).toEqual({ addresses: [], domains: [] });
});

test.each([
  [{ domains: ['law'] }],
  [{ domains: ['a b.example'] }],
  [{ domains: ['https://law.example'] }],
  [{ addresses: ['law.example'] }],
  [{ others: [] }],
])('a body that is no such list is refused: %j', (neverLog) => {
  expect(WorkspacePatch.safeParse({ neverLog }).success).toBe(false);
});

test('both lists together have 500 entries', () => {
  const many = (n: number) => Array.from({ length: n }, (_, i) => `d${i}.example`);
  const patch = (n: number) =>
    patchWorkspace(aWorkspace({ neverLog: never }), { neverLog: { domains: many(n) } }, aContext());
  expect(patch(498).after.neverLog.domains).toHaveLength(498);
  expect(() => patch(499)).toThrow(
    expect.objectContaining({ more: { errors: [expect.objectContaining({ code: 'never_log_too_long' })] } }),
  );
});
