import * as z from 'zod';
import { isIn } from './compared.ts';
import type { Period } from './period.ts';
import type { Target } from './target.ts';

/** What of activities can be aimed at. */
const goals = ['calls', 'meetings'] as const;

/** How far activities have come, against what was to be done. */
export const heldToGoals = {
  target: z
    .object({ calls: z.int().optional(), meetings: z.int().optional() })
    .optional()
    .describe('What was to be done in the months of the period, added up.'),
  reached: z
    .object({ calls: z.number().optional(), meetings: z.number().optional() })
    .optional()
    .describe('Done of what was to be done: 1 is all of it.'),
};
export type Goals = Partial<Record<(typeof goals)[number], number>>;

/** Goals of the months of a period, added up, by whose they are (`''`: the workspace's). */
export function goalsIn(targets: readonly Target[], period: Period): Map<string, Goals> {
  const sums = new Map<string, Goals>();
  for (const target of targets.filter(({ month }) => isIn(period, month)))
    for (const goal of goals) {
      const whose = target.userId ?? target.teamId ?? '';
      const into = sums.get(whose) ?? {};
      const { [goal]: aim } = target;
      if (aim !== undefined) sums.set(whose, { ...into, [goal]: (into[goal] ?? 0) + aim });
    }
  return sums;
}

/** What was done, held to goals; nothing where there are none. */
export function heldTo(aim: Goals | undefined, done: Readonly<Record<(typeof goals)[number], number>>) {
  if (!aim) return {};
  const shares = goals.flatMap((goal) => (aim[goal] ? [[goal, done[goal] / aim[goal]] as const] : []));
  return { target: aim, reached: Object.fromEntries(shares) };
}
