import type { en } from '../en.ts';

export const mail: (typeof en)['mail'] = {
  title: 'mail',
};
