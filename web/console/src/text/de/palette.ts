import type { en } from '../en.ts';

export const palette: (typeof en)['palette'] = {
  title: 'palette',
};
