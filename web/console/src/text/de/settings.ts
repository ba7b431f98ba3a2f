import type { en } from '../en.ts';

export const settings: (typeof en)['settings'] = {
  title: 'settings',
};
