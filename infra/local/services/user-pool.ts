import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { refreshTokenDays } from '../../../shared/identity/session.ts';
import { demoUsers } from '../demo/users.ts';
import type { Store } from '../store.ts';

export type PoolUser = {
  sub: string;
  email: string;
  name: string;
  enabled: boolean;
  status: 'CONFIRMED' | 'FORCE_CHANGE_PASSWORD';
  /** Seconds since 1970, as Cognito counts. */
  createdS: number;
};
/** A sign-in, as its refresh token stands for it. */
export type SignIn = { sub: string; clientId: string; originJti: string; signedInS: number };
export type UserPool = ReturnType<typeof openUserPool>;

const schema = `
CREATE TABLE IF NOT EXISTS pool_users (
  sub TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE COLLATE NOCASE, name TEXT NOT NULL, enabled INTEGER NOT NULL DEFAULT 1,
  status TEXT NOT NULL, created_s INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS pool_tokens (
  hash TEXT PRIMARY KEY, sub TEXT NOT NULL, client_id TEXT NOT NULL, origin_jti TEXT NOT NULL,
  signed_in_s INTEGER NOT NULL, until_s INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS pool_tokens_of ON pool_tokens (sub);
`;

type Row = Record<string, string | number>;
const userOf = (row: Row | undefined): PoolUser | undefined =>
  row && {
    sub: String(row.sub),
    email: String(row.email),
    name: String(row.name),
    enabled: row.enabled === 1,
    status: row.status as PoolUser['status'],
    createdS: Number(row.created_s),
  };
const nowS = () => Math.floor(Date.now() / 1000);
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

function usersIn({ db }: Store) {
  const insert = db.prepare(
    'INSERT OR IGNORE INTO pool_users (sub, email, name, status, created_s) VALUES (?, ?, ?, ?, ?)',
  );
  const find = db.prepare('SELECT * FROM pool_users WHERE email = ? OR sub = ?');
  const all = db.prepare('SELECT * FROM pool_users ORDER BY rowid');
  const change = db.prepare('UPDATE pool_users SET enabled = ?, status = ? WHERE sub = ?');
  const add = (user: Omit<PoolUser, 'enabled' | 'createdS'>) =>
    insert.run(user.sub, user.email, user.name, user.status, nowS());
  for (const { sub, email, name } of demoUsers) add({ sub, email, name, status: 'CONFIRMED' });
  /** By address or by subject, as Cognito takes a Username. */
  const named = (name: string) => userOf(find.get(name.trim(), name) as Row | undefined);
  return {
    all: () => all.all().flatMap((row) => userOf(row as Row) ?? []),
    named,
    invite: (email: string, name: string): PoolUser => {
      const sub = randomUUID();
      add({ sub, email, name, status: 'FORCE_CHANGE_PASSWORD' });
      return named(sub) as PoolUser;
    },
    set: ({ sub, enabled, status }: PoolUser) => void change.run(enabled ? 1 : 0, status, sub),
  };
}

function tokensIn({ db }: Store) {
  const insert = db.prepare('INSERT INTO pool_tokens VALUES (?, ?, ?, ?, ?, ?)');
  const find = db.prepare('SELECT * FROM pool_tokens WHERE hash = ? AND client_id = ? AND until_s > ?');
  const revokeOne = db.prepare('DELETE FROM pool_tokens WHERE hash = ? AND client_id = ?');
  const revokeAll = db.prepare('DELETE FROM pool_tokens WHERE sub = ?');
  return {
    /** A refresh token of this sign-in; it is kept as a hash. */
    refreshToken: ({ sub, clientId, originJti, signedInS }: SignIn): string => {
      const token = randomBytes(32).toString('base64url');
      insert.run(hashOf(token), sub, clientId, originJti, signedInS, signedInS + refreshTokenDays * 86_400);
      return token;
    },
    /** The sign-in that a refresh token goes on with; none for one that is revoked, too old or another client's. */
    signInOf: (token: string, clientId: string): SignIn | undefined => {
      const row = find.get(hashOf(token), clientId, nowS()) as Row | undefined;
      return (
        row && {
          sub: String(row.sub),
          clientId: String(row.client_id),
          originJti: String(row.origin_jti),
          signedInS: Number(row.signed_in_s),
        }
      );
    },
    revoke: (token: string, clientId: string) => void revokeOne.run(hashOf(token), clientId),
    signOut: (sub: string) => void revokeAll.run(sub),
  };
}

/** What a Cognito user pool remembers: who there is, and which refresh tokens are good. In the data folder, so a kill loses nobody. */
export function openUserPool(store: Store) {
  store.db.exec(schema);
  return { ...usersIn(store), ...tokensIn(store) };
}
