import type { outlook as en } from '../en/outlook.ts';

export const outlook: typeof en = {
  score: 'Bewertung {score}{band, select, hot {, heiß} warm {, warm} cold {, kalt} other {}}',
  risk: 'Abwanderungsrisiko {value}, {band, select, high {hoch} medium {mittel} other {gering}}',
  ask: '{mark}: warum?',
  why: 'Bewertung und Risiko von {name}',
  set: 'Die Bewertung {score} ist von Hand gesetzt.',
  bands: { hot: 'Heiß', warm: 'Warm', cold: 'Kalt', high: 'Hoch', medium: 'Mittel', low: 'Gering' },
};
