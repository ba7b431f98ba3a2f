import type { en } from '../en.ts';

export const guide: (typeof en)['guide'] = {
  title: 'guide',
};
