import type { settings } from '../../en/settings.ts';

export const months: (typeof settings)['months'] = { earlier: 'Früher', later: 'Später', total: 'Insgesamt' };
