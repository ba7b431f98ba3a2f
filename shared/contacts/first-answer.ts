import * as z from 'zod';

const minutes = z.int().nonnegative();
/**
 * The month (UTC) in which a contact first came to us, and after how long a person, and something automatic, first answered: minutes, rounded
 * up as `roundedUp` does. No moments: it is counted, and outlives what it was reckoned from.
 */
export const FirstAnswer = z.object({
  month: z.string(),
  person: minutes.optional(),
  automatic: minutes.optional(),
});
export type FirstAnswer = z.infer<typeof FirstAnswer>;

/** Minutes up to which a step holds, and the step. */
const steps = [
  [60, 1],
  [1440, 10],
  [14_400, 60],
  [527_040, 1440],
] as const;
const most = 527_040; // 366 days
/** Up to the minute within an hour, to ten minutes within a day, to the hour within ten days, to the day above; a year at most. */
function roundedUp(elapsedMs: number): number {
  const exact = Math.min(most, Math.max(0, Math.ceil(elapsedMs / 60_000)));
  const [, step] = steps.find(([to]) => exact <= to) ?? [most, 1440];
  return Math.ceil(exact / step) * step;
}

type Moments = { asked: string | undefined; person?: string | undefined; automatic?: string | undefined };
/** Undefined of who never came by themselves. */
export function firstAnswer({ asked, person, automatic }: Moments): FirstAnswer | undefined {
  if (asked === undefined) return undefined;
  const after = (at: string) => roundedUp(Date.parse(at) - Date.parse(asked));
  return {
    month: asked.slice(0, 7),
    ...(person !== undefined && { person: after(person) }),
    ...(automatic !== undefined && { automatic: after(automatic) }),
  };
}
