import { type Weekday, weekdays } from '../core/local-day.ts';

/** When somebody gets the mail of their day, by the wall clock where they are. */
export type AgendaHours = { on: boolean; at: string; days: readonly Weekday[] };
const workdays = weekdays.slice(0, 5);
type Said = { [K in keyof AgendaHours]?: AgendaHours[K] | undefined };
export const agendaHours = ({ on = true, at = '07:00', days = workdays }: Said = {}): AgendaHours => ({
  on,
  at,
  days,
});
