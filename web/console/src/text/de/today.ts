import type { en } from '../en.ts';

export const today: (typeof en)['today'] = {
  title: 'today',
};
