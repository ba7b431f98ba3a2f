import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { idOf } from '../core/ids.ts';

/** How long a ticket may be used: a client connects as soon as it has one. */
export const ticketSeconds = 30;

/** Whom a ticket lets in, and where: what its request was authorized for. */
export const Ticket = z.object({
  workspaceId: idOf('workspace'),
  userId: z.string(),
  /** The `sub` of the user's tokens, by which their memberships are found. */
  subject: z.string(),
  sessionId: z.string(),
  expiresAt: z.int(),
});
export type Ticket = z.infer<typeof Ticket>;

/** 256 random bits, which need no salt and no slow hash: they cannot be guessed. */
export const newTicketText = (): string => randomBytes(32).toString('base64url');
export const hashOfTicket = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The second (since 1970) from which a ticket that is made now is not taken any more. */
export const ticketEndS = (now: string): number => Math.floor(Date.parse(now) / 1000) + ticketSeconds;
