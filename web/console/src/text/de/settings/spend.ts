import type { settings } from '../../en/settings.ts';

export const spend: (typeof settings)['spend'] = {
  title: 'Was ausgegeben wurde',
  source: 'Herkunft',
  none: 'Noch nichts ausgegeben',
  noneWhy:
    'Was eine Herkunft in einem Monat gekostet hat, steht hier; Berichte sagen dann, was jeder Abschluss kostet.',
  newSource: 'Herkunft',
  newCampaign: 'Kampagne, wenn es für eine ist',
  add: 'Zeile hinzufügen',
};
