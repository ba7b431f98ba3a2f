import type { settings } from '../../en/settings.ts';

export const targets: (typeof settings)['targets'] = {
  title: 'Ziele',
  whose: 'Wessen',
  workspace: 'Alle zusammen',
  team: 'Team',
  goal: 'Worauf gezielt wird',
  goals: {
    wonCents: 'Gewonnen, in Geld',
    wonCount: 'Gewonnene Geschäfte',
    calls: 'Anrufe',
    meetings: 'Treffen',
  },
  pipeline: 'Pipeline',
  allPipelines: 'Alle',
};
