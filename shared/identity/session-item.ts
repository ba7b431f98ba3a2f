import type { Key } from '../core/projection.ts';
import type { Session } from './session.ts';

export const sessionKey = (sessionId: string): Key => ({ pk: `SESSION#${sessionId}`, sk: 'SESSION' });
/** A subject's open sessions, the newest last. Once revoked, a session is in it no more. */
export const listPk = (subject: string) => `USERSESSIONS#${subject}`;
export type Listed = Pick<Session, 'subject' | 'sessionId' | 'startedAt' | 'expiresAt'>;
export const listKey = ({ subject, startedAt, sessionId }: Listed): Key => ({
  pk: listPk(subject),
  sk: `${startedAt}#${sessionId}`,
});
