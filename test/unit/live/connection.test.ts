import { describe, expect, test } from 'vitest';
import { newSession } from '../../../shared/identity/session.ts';
import { isYoung, newConnection, standingOf, tooMany } from '../../../shared/live/connection.ts';
import { acme, ann, globex, noon } from '../../fixtures/ids.ts';

const hourAgoS = Date.parse(noon) / 1000 - 3600;
const ticket = {
  workspaceId: acme,
  userId: ann,
  subject: 'sub-ann',
  sessionId: 'se_00000000000000000000000001',
  expiresAt: Date.parse(noon) / 1000 + 30,
};
const connection = newConnection(ticket, 'c1', noon);
const credential = {
  userId: ann,
  memberships: [{ workspaceId: acme, roles: ['rep' as const] }],
  revision: 1,
};
const session = newSession({ ...ticket, signedInS: hourAgoS }, ann, { from: '192.0.2.1', userAgent: 'test' });

test('a connection is whom its ticket was for, and is kept for a little longer than API Gateway holds it', () => {
  expect(connection).toEqual({
    ...ticket,
    connectionId: 'c1',
    connectedAt: noon,
    expiresAt: Date.parse(noon) / 1000 + 2 * 3600 + 600,
  });
});

describe('who is connected stands', () => {
  test('in the roles of their membership as it is now', () =>
    expect(standingOf(connection, credential, session, noon)).toEqual({ roles: ['rep'] }));

  test.each([
    ['has no credential', undefined, session, 'deactivated'],
    ['has no membership any more', { ...credential, memberships: [] }, session, 'deactivated'],
    [
      'is in another workspace alone',
      { ...credential, memberships: [{ workspaceId: globex, roles: ['admin' as const] }] },
      session,
      'deactivated',
    ],
    ['has no session', credential, undefined, 'signed_out'],
    ['has signed out', credential, { ...session, revokedAt: noon }, 'signed_out'],
    ['has signed out everywhere since', { ...credential, signedOutAt: noon }, session, 'signed_out'],
    [
      'signed in longer ago than any token lasts',
      credential,
      { ...session, startedAt: '2026-10-01T00:00:00.000Z' },
      'signed_out',
    ],
  ] as const)('no more, who %s', (_, theirs, signedIn, bye) =>
    expect(
      standingOf(
        connection,
        theirs && { ...theirs, memberships: [...theirs.memberships] as never },
        signedIn,
        noon,
      ),
    ).toEqual({ bye }),
  );

  test('whom a sign-out before this sign-in does not concern', () => {
    const signedOutAt = new Date((hourAgoS - 1) * 1000).toISOString();
    expect(standingOf(connection, { ...credential, signedOutAt }, session, noon)).toEqual({ roles: ['rep'] });
  });
});

test('of twenty-two connections the two oldest are too many, of twenty none', () => {
  const all = Array.from({ length: 22 }, (_, n) => n);
  expect(tooMany(all)).toEqual([0, 1]);
  expect(tooMany(all.slice(2))).toEqual([]);
});

test('a connection may be in its handshake for half a minute', () => {
  const after = (ms: number) => new Date(Date.parse(noon) + ms).toISOString();
  expect([after(0), after(29_999), after(30_000)].map((now) => isYoung(connection, now))).toEqual([
    true,
    true,
    false,
  ]);
});
