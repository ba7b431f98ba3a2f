import type { settings } from '../../en/settings.ts';

export const sort: (typeof settings)['sort'] = {
  move: '{name} verschieben',
  how: 'Ziehen, oder die Pfeiltasten auf und ab drücken',
  moved: '{name} ist jetzt {place} von {of}',
};
