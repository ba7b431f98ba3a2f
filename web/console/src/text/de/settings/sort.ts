import type { en } from '../../en.ts';

export const sort: (typeof en)['settings']['sort'] = {
  move: '{name} verschieben',
  how: 'Ziehen, oder die Pfeiltasten auf und ab drücken',
  moved: '{name} ist jetzt {place} von {of}',
};
