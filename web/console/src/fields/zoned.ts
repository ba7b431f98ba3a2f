/** The wall clock's reading at a moment in a time zone, as `YYYY-MM-DDTHH:mm`. */
export function localOf(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** The moment at which the wall clock reads this in a time zone; of an hour that comes twice the first. */
export function instantOf(local: string, timeZone: string): string {
  const asUtc = Date.parse(`${local.slice(0, 16)}:00Z`);
  const offsetAt = (at: number) => Date.parse(`${localOf(new Date(at).toISOString(), timeZone)}:00Z`) - at;
  const guess = asUtc - offsetAt(asUtc);
  const again = asUtc - offsetAt(guess);
  return new Date(Math.min(guess, again)).toISOString();
}
