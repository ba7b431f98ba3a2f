import { type Door, trial } from './access-doors.ts';
import { neverId } from './access-world.ts';

const missing = { status: 404, code: 'notification_not_found' } as const;
/** Everybody's own, whoever they are: what is shown of a record follows their rights (test/integration/notifications). */
export const notificationDoors: Record<string, Door> = {
  listNotifications: trial({ at: ['own'], aim: () => ({}), verdict: () => 'ok' }),
  readNotification: trial({
    at: ['never'],
    aim: () => ({ params: { notificationId: neverId('notification') }, body: {} }),
    verdict: () => missing,
  }),
  readAllNotifications: trial({ at: ['own'], aim: () => ({ body: {} }), verdict: () => 'ok' }),
};
