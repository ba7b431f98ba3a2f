const dayMs = 86_400_000;
const unitMs = { h: 3_600_000, d: dayMs, w: 7 * dayMs } as const;
const months = { m: 1, y: 12 } as const;
const form = /^([+-])(\d{1,5})([hdwmy])$/;
/** A hundred years: what is shifted stays a year of four digits. */
const furthest = { h: 876_000, d: 36_500, w: 5_200, m: 1_200, y: 100 } as const;

type Unit = keyof typeof furthest;
/** A distance from now: `-365d` is 365 days ago, `+3m` in three months. */
export type Shift = { amount: number; unit: Unit };

export function shiftOf(text: string): Shift | undefined {
  const [, sign, digits, unit] = form.exec(text) ?? [];
  const amount = Number(digits);
  if (digits === undefined || amount > furthest[unit as Unit]) return undefined;
  return { amount: sign === '-' && amount > 0 ? -amount : amount, unit: unit as Unit };
}

/** The same time of the day some months on in UTC; where the month has no such day, its last millisecond, so that later stays later. */
function byMonths(ms: number, count: number): number {
  const at = new Date(ms);
  const first = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + count, 1);
  const next = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + count + 1, 1);
  const intoMonth = ms - Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1);
  return Math.min(first + intoMonth, next - 1);
}

/** Never falls while `ms` grows. */
export const shifted = (ms: number, { amount, unit }: Shift): number =>
  unit === 'm' || unit === 'y' ? byMonths(ms, amount * months[unit]) : ms + amount * unitMs[unit];

const midnight = (day: string) => Date.parse(`${day}T00:00:00.000Z`);
const dayText = (ms: number) => new Date(ms).toISOString().slice(0, 10);
/** A calendar day some days, weeks, months or years on. */
export const shiftedDay = (day: string, shift: Shift): string => dayText(shifted(midnight(day), shift));
export const dayAfter = (day: string, days: number): string => dayText(midnight(day) + days * dayMs);

/** The least whole number above `from` at which a test holds that stays true once it is; `near` says where about it is. */
function leastAfter(from: number, near: number, holds: (n: number) => boolean): number {
  let [low, high] = [from, Math.max(from + 1, near)];
  for (let step = 1; !holds(high); step *= 2) high += step;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** The first millisecond behind `now` at which `shift` leads to `target` or behind it. */
export const whenShifted = (target: number, shift: Shift, now: number): number =>
  leastAfter(now, shifted(target, { ...shift, amount: -shift.amount }), (ms) => shifted(ms, shift) >= target);

/** The first day behind `today` from which `shift` leads to `target` or behind it. */
export function dayWhenShifted(target: string, shift: Shift, today: string): string {
  const near = midnight(shiftedDay(target, { ...shift, amount: -shift.amount })) / dayMs;
  const day = leastAfter(
    midnight(today) / dayMs,
    near,
    (n) => shiftedDay(dayText(n * dayMs), shift) >= target,
  );
  return dayText(day * dayMs);
}
