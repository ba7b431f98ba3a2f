import type { en } from '../en.ts';

export const board: (typeof en)['board'] = {
  title: 'board',
};
