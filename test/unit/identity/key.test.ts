import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinPolicy } from '../../../shared/access/builtin-roles.ts';
import type { RolePolicy } from '../../../shared/core/policy.ts';
import { useOf } from '../../../shared/identity/api-key.ts';
import { createKey, patchKey, revokeKey } from '../../../shared/identity/key.ts';
import { hashOfKey, isKeyText, newKeyText } from '../../../shared/identity/key-text.ts';
import { noon } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const secret = { hash: hashOfKey('any'), lastFour: 'wxyz' };
const inDays = (days: number) => new Date(Date.parse(noon) + days * 86_400_000).toISOString();

describe('a key’s text', () => {
  it('is one that secret scanners find, and never the same', () => {
    const texts = Array.from({ length: 1000 }, newKeyText);
    for (const text of texts) {
      expect(`token=${text};`).toMatch(/\brpk_[0-9A-Za-z]{46}\b/);
      expect(isKeyText(text)).toBe(true);
    }
    expect(new Set(texts).size).toBe(1000);
  });
  it('uses each of the 62 characters about as often as any other', () => {
    const seen = new Map<string, number>();
    for (let i = 0; i < 2000; i++)
      for (const char of newKeyText().slice(4, 44)) seen.set(char, (seen.get(char) ?? 0) + 1);
    const expected = (2000 * 40) / 62;
    expect(seen.size).toBe(62);
    // Six standard deviations of a fair draw (36) and some: `byte % 62` alone would be 25 % off, 320.
    for (const count of seen.values()) expect(Math.abs(count - expected)).toBeLessThan(240);
  });
  it('ends in the CRC-32 of its random part', () => {
    const text = newKeyText();
    const check = [...text.slice(44)].reduce((sum, char) => sum * 62 + base62.indexOf(char), 0);
    expect(check).toBe(crc32(text.slice(4, 44)));
  });
  it('is told from one with any character changed', () => {
    const at = fc.tuple(fc.integer({ min: 4, max: 49 }), fc.constantFrom(...base62));
    fc.assert(
      fc.property(at, ([index, char]) => {
        const text = newKeyText();
        const changed = text.slice(0, index) + char + text.slice(index + 1);
        expect(isKeyText(changed)).toBe(changed === text);
      }),
    );
  });
});

describe('createKey', () => {
  const given = { name: 'Shop', roles: ['rep' as const] };
  it('expires after a year where nothing is said, and never later than in 366 days', () => {
    const by = aContext();
    expect(createKey(given, secret, ['admin'], by).after.expiresAt).toBe(inDays(365));
    expect(createKey({ ...given, expiresAt: inDays(366) }, secret, [], by).after.expiresAt).toBe(inDays(366));
    for (const expiresAt of [inDays(367), noon, inDays(-1)])
      expect(() => createKey({ ...given, expiresAt }, secret, [], by)).toThrow(
        expect.objectContaining({ code: 'validation_failed' }),
      );
  });
  it('has each role and scope once, however often it was named', () => {
    const twice = {
      ...given,
      roles: ['rep', 'rep'] as ['rep', 'rep'],
      scopes: ['deals:read', 'deals:read'] as const,
    };
    const { after } = createKey({ ...twice, scopes: [...twice.scopes] }, secret, ['rep'], aContext());
    expect(after).toMatchObject({ roles: ['rep'], scopes: ['deals:read'] });
  });
  it('gives a role that its maker has, and another only of who writes roles', () => {
    const admin = builtinPolicy('admin') as RolePolicy;
    const policy = { ...admin, settings: admin.settings.filter((name) => name !== 'roles:write') };
    const by = aContext({ policy });
    expect(createKey(given, secret, ['rep'], by).after.roles).toEqual(['rep']);
    expect(() => createKey(given, secret, ['manager'], by)).toThrow(
      expect.objectContaining({ kind: 'forbidden', code: 'role_not_held' }),
    );
    expect(createKey(given, secret, [], aContext()).after.roles).toEqual(['rep']);
  });
});

describe('a key that is there', () => {
  const { after: key } = createKey({ name: 'Shop', roles: ['rep'] }, secret, ['admin'], aContext());
  it('can end earlier and not later, and be renamed', () => {
    expect(patchKey(key, { expiresAt: inDays(3), name: 'Old shop' }, aContext()).after).toMatchObject({
      expiresAt: inDays(3),
      name: 'Old shop',
      version: 2,
    });
    expect(() => patchKey(key, { expiresAt: inDays(366) }, aContext())).toThrow(
      expect.objectContaining({ code: 'validation_failed' }),
    );
  });
  it('is revoked once, for good, and gives its place up', () => {
    const revoked = revokeKey({ ...key, slot: 3 }, aContext())?.after;
    expect(revoked).toMatchObject({ revokedAt: noon });
    expect(revoked).not.toHaveProperty('slot');
    if (!revoked) throw new Error('It was not revoked.');
    expect(revokeKey(revoked, aContext())).toBeUndefined();
    expect(() => patchKey(revoked, { name: 'Again' }, aContext())).toThrow(
      expect.objectContaining({ code: 'key_not_live' }),
    );
  });
  it.each([
    ['the first use', {}, { touches: true, isNews: true }],
    [
      'another in the same hour',
      { lastUsedAt: '2026-11-22T12:00:00.000Z' },
      { touches: false, isNews: false },
    ],
    [
      'one from elsewhere',
      { lastUsedAt: noon, lastUsedFrom: '198.51.100.7' },
      { touches: true, isNews: true },
    ],
    ['one in the next hour', { lastUsedAt: '2026-11-22T11:59:00.000Z' }, { touches: true, isNews: true }],
  ])('is written about when it is news: %s', (_, last, expected) => {
    const lookup = {
      keyId: key.id,
      workspaceId: key.workspaceId,
      userId: key.userId,
      subject: 'sub-1',
      roles: key.roles,
      expiresAt: key.expiresAt,
      ...('lastUsedAt' in last && { lastUsedFrom: '192.0.2.1' }),
      ...last,
    };
    expect(useOf(lookup, '192.0.2.1', '2026-11-22T12:05:00.000Z', false)).toEqual(expected);
  });
});
