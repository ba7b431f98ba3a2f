/** The locale of most people of a country (ISO 3166-1 alpha-2), by CLDR's likely subtags. */
export function localeOf(country: string): string {
  const { language, region } = new Intl.Locale(`und-${country}`).maximize();
  return region ? `${language}-${region}` : language;
}
