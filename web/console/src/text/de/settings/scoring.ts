import type { scoring as en } from '../../en/settings/scoring.ts';

export const scoring: typeof en = {
  purposes: { lead: 'Wer kaufen will', risk: 'Wer abwandern könnte' },
  learned: 'Aus Ihren eigenen Ergebnissen gelernt und besser als die Regeln.',
  reasons: {
    not_learned_yet: 'Nach den Regeln: Es wurde noch nichts gelernt.',
    too_few_outcomes: 'Nach den Regeln: Zum Lernen braucht es hundert Ergebnisse.',
    no_better_than_rules: 'Nach den Regeln: Das Gelernte sagte nicht besser voraus.',
  },
  rows: 'Gelernt aus {rows, plural, one {# Ergebnis} other {# Ergebnissen}}, davon {positives, number} gute.',
  auc: 'Von zwei beliebigen stuft es in {auc} aller Fälle den richtigen höher ein (die Regeln in {rules}); seine Wahrscheinlichkeiten liegen im Mittel um {error} daneben.',
  learnedAt: 'Gelernt am {at}',
  leftOut: 'Weggelassen, weil es erst mit dem Ergebnis bekannt ist: {names}',
  features: 'Wonach es geht',
  feature: 'Was',
  speaksFor: 'Spricht dafür',
  speaksAgainst: 'Spricht dagegen',
  learn: 'Jetzt lernen',
  asked: 'Es lernt; das dauert ein, zwei Minuten',
};
