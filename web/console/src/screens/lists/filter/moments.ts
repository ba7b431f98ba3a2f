/** How a moment is said in a condition: today, a distance, a day, or from one day to another. */
export type Moment =
  | { form: 'today' }
  | { form: 'ago' | 'ahead'; count: number; unit: Unit }
  | { form: 'day'; day: string }
  | { form: 'between'; from: string; to: string };
export const units = ['d', 'w', 'm', 'y'] as const;
export type Unit = (typeof units)[number];
export type MomentForm = Moment['form'];

const distance = /^([+-])(\d+)([dwmy])$/;

/** What an operand says; a day where it is nothing that is offered here, since days can be written in any way. */
export function readMoment(value: unknown): Moment | undefined {
  if (value === 'today') return { form: 'today' };
  if (Array.isArray(value))
    return { form: 'between', from: String(value[0] ?? ''), to: String(value[1] ?? '') };
  if (typeof value !== 'string') return undefined;
  const [, sign, count, unit] = distance.exec(value) ?? [];
  if (count) return { form: sign === '-' ? 'ago' : 'ahead', count: Number(count), unit: unit as Unit };
  return { form: 'day', day: value };
}

export function writeMoment(moment: Moment): unknown {
  if (moment.form === 'today') return 'today';
  if (moment.form === 'day') return moment.day;
  if (moment.form === 'between') return [moment.from, moment.to];
  return `${moment.form === 'ago' ? '-' : '+'}${moment.count}${moment.unit}`;
}

/** What stands there when a form is chosen. */
export const firstMoment = (form: MomentForm, today: string): Moment => {
  if (form === 'today') return { form };
  if (form === 'day') return { form, day: today };
  if (form === 'between') return { form, from: today, to: today };
  return { form, count: 30, unit: 'd' };
};
