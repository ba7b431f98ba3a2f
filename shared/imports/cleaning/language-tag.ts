import { plain } from '../../search/fold.ts';

const spoken =
  'en de fr es it pt nl pl sv da nb fi ru uk cs sk sl hr hu ro bg el tr ar he hi ja ko zh vi th id lt lv et ca sr fa bn ur'.split(
    ' ',
  );
function names(): Map<string, string> {
  const entries = ['en', ...spoken].flatMap((language) => {
    const display = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
    return spoken.map((tag): [string, string] => [plain(display.of(tag) ?? ''), tag]);
  });
  return new Map(entries.filter(([name]) => name).toReversed());
}
let byName: ReadonlyMap<string, string> | undefined;

/** The tag (BCP 47) of a language by its name in many languages, or of a locale as programs write it (`de_DE`). */
export function languageTag(written: string): string | undefined {
  byName ??= names();
  const named = byName.get(plain(written.trim()));
  if (named) return named;
  const tag = written.trim().replaceAll('_', '-');
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) && tag.length < 12 && isTag(tag)
    ? Intl.getCanonicalLocales(tag)[0]
    : undefined;
}
const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
function isTag(tag: string): boolean {
  try {
    return english.of(tag.split('-')[0] ?? '') !== undefined && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
