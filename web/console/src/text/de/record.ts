import type { en } from '../en.ts';

export const record: (typeof en)['record'] = {
  title: 'record',
};
