import { type Door, trial } from './access-doors.ts';

/** The door to being told at once; what comes then is of what is in reach (test/integration/live/telling.test.ts). */
export const liveDoors: Record<string, Door> = {
  createLiveTicket: trial({
    at: ['own'],
    aim: () => ({ body: {} }),
    verdict: ({ cap, scopes }) =>
      cap === undefined && scopes === undefined ? 'ok' : { status: 403, code: 'needs_session' },
  }),
};
