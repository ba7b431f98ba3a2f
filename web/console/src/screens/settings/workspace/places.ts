/** Regions that the browser can name and that are no countries: groups, placeholders, what is reserved. */
const noCountries = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ', 'SU', 'DD', 'YU', 'CS', 'AN', 'TP']);
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

type Choice = { value: string; label: string };
const byLabel = (locale: string) => (one: Choice, other: Choice) =>
  one.label.localeCompare(other.label, locale);

/** Every country by the name that the reader's language gives it (ISO 3166-1 alpha-2). */
export function countriesIn(locale: string): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !noCountries.has(code))
    .map((value) => ({ value, label: names.of(value) ?? '' }))
    .filter(({ label }) => label)
    .sort(byLabel(locale));
}

/** Every currency, its code first: that is what one types (ISO 4217). */
export function currenciesIn(locale: string): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((value) => ({
    value,
    label: `${value} · ${names.of(value) ?? ''}`,
  }));
}

export const timeZones = (): string[] => Intl.supportedValuesOf('timeZone');
