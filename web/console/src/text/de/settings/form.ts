import type { settings } from '../../en/settings.ts';

export const form: (typeof settings)['form'] = {
  discardTitle: 'Eingaben verwerfen?',
  discardWhy: 'Sie sind noch nicht gespeichert.',
  keep: 'Weiter bearbeiten',
  discard: 'Verwerfen',
  unsaved: 'Noch nicht gespeichert',
  check: 'Bitte prüfen Sie, was markiert ist.',
  theirsTitle: 'Jemand hat dasselbe geändert',
  theirsWhy:
    'Was Sie geschrieben haben, ist noch da. Übernehmen Sie das andere, wo Sie mögen, und speichern Sie: Ihres geht darüber.',
  take: 'Übernehmen',
  typeTo: 'Geben Sie zur Bestätigung <word></word> ein',
  danger: 'Mit Bedacht',
};
