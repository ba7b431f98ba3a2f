export const scoring = {
  purposes: { lead: 'Who is ready to buy', risk: 'Who may leave' },
  learned: 'Learned from your own outcomes, and better than the rules.',
  reasons: {
    not_learned_yet: 'By the rules: nothing has been learned yet.',
    too_few_outcomes: 'By the rules: a hundred outcomes are needed to learn from.',
    no_better_than_rules: 'By the rules: what was learned foretold no better.',
  },
  rows: 'Learned from {rows, plural, one {# outcome} other {# outcomes}}, of which {positives, number} were good ones.',
  auc: 'Of two at random it rates the right one higher in {auc} of all cases (the rules in {rules}); its probabilities are off by {error} in the mean.',
  learnedAt: 'Learned {at}',
  leftOut: 'Left out, since it is only known when the outcome is: {names}',
  features: 'What it goes by',
  feature: 'What',
  speaksFor: 'Speaks for it',
  speaksAgainst: 'Speaks against it',
  learn: 'Learn now',
  asked: 'It is learning; that takes a minute or two',
};
