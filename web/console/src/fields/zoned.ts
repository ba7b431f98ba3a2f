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

const dayMs = 86_400_000;
/** The moment at which the wall clock reads this in a time zone: of an hour that comes twice the first, of one that is left out the next. */
export function instantOf(local: string, timeZone: string): string {
  const wanted = local.slice(0, 16);
  const asUtc = Date.parse(`${wanted}:00Z`);
  const offsetAt = (at: number) => Date.parse(`${localOf(new Date(at).toISOString(), timeZone)}:00Z`) - at;
  const [before, after] = [asUtc - offsetAt(asUtc - dayMs), asUtc - offsetAt(asUtc + dayMs)];
  const reads = (at: number) => localOf(new Date(at).toISOString(), timeZone) === wanted;
  const found = [Math.min(before, after), Math.max(before, after)].find(reads);
  return new Date(found ?? before).toISOString();
}
