import { plain } from '../../search/fold.ts';

const languages = 'en de fr es it pt nl pl sv da nb fi ru uk cs hu ro tr'.split(' ');
const besides: Record<string, number> = {
  sept: 9,
  mrz: 3,
  maerz: 3,
  okt: 10,
  dez: 12,
  dec: 12,
  janv: 1,
  fevr: 2,
  avr: 4,
  aout: 8,
  set: 9,
  ene: 1,
  ago: 8,
  dic: 12,
  mag: 5,
  giu: 6,
  lug: 7,
  ott: 10,
  maj: 5,
};
const key = (name: string) => plain(name).replace(/[^\p{L}]/gu, '');

/** Beside a day the name of a month has another ending in some languages (`marca`). */
const formats = [{ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }] as const;
function namesIn(language: string): [string, number][] {
  return formats.flatMap((format) => {
    const written = new Intl.DateTimeFormat(language, { ...format, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, i): [string, number] => {
      const part = written.formatToParts(Date.UTC(2000, i, 1)).find(({ type }) => type === 'month');
      return [key(part?.value ?? ''), i + 1];
    });
  });
}
const names = () =>
  new Map([...Object.entries(besides), ...languages.flatMap(namesIn)].filter(([name]) => name));
let byName: ReadonlyMap<string, number> | undefined;

/** The number of a month by its name, in many languages, whole or short. */
export function monthOf(name: string): number | undefined {
  byName ??= names();
  return byName.get(key(name));
}
