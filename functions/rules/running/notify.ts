import type { Deed } from './moment.ts';

/**
 * Tells users of something. The one place that notifications join: `notificationWrites` for each of `step.users` (`record_owner` is
 * `ownerOf`), in one commit with `moment.noted()`.
 */
export const notify: Deed<'notify'> = async () => ({ skipped: 'notifications_off' });
