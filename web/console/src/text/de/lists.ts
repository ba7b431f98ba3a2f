import type { en } from '../en.ts';

export const lists: (typeof en)['lists'] = {
  title: 'lists',
};
