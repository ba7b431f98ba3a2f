import * as z from 'zod';

/** A sign-in has ended. It is in all of a person's workspaces, so that the event names none. */
export const sessionEnded = 'session.ended';
export const SessionEnded = z.object({
  id: z.string(),
  at: z.string(),
  version: z.literal(1),
  data: z.object({ sessionId: z.string(), subject: z.string(), userId: z.string() }),
});
export type SessionEnded = z.infer<typeof SessionEnded>;

/** The stream's records that say so: of a session that was just revoked. */
export const sessionEndedFilter = {
  eventName: ['MODIFY'],
  dynamodb: {
    Keys: { sk: { S: ['SESSION'] } },
    NewImage: { revokedAt: { S: [{ exists: true }] } },
    OldImage: { revokedAt: { S: [{ exists: false }] } },
  },
};
