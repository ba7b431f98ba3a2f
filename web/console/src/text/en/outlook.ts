/** How ready contacts are to buy, and how likely they leave, beside them in lists and on the board. */
export const outlook = {
  score: 'Score {score}{band, select, hot {, hot} warm {, warm} cold {, cold} other {}}',
  risk: 'Risk of leaving {value}, {band, select, high {high} medium {medium} other {low}}',
  ask: '{mark}: why?',
  why: 'Score and risk of {name}',
  set: 'The score of {score} was set by hand.',
  bands: { hot: 'Hot', warm: 'Warm', cold: 'Cold', high: 'High', medium: 'Medium', low: 'Low' },
};
