import { plain } from '../../search/fold.ts';
import { isWithinOneEdit } from '../../search/one-edit.ts';
import { countryNames } from './country-code.ts';

const leastLength = 5;

/** The code of the one country whose name is a letter away: `Philipines`. Undefined where there are two, or none. */
export function nearCountry(written: string): string | undefined {
  const name = plain(written).trim();
  if (name.length < leastLength) return undefined;
  const near = [...countryNames()].filter(([one]) => one.length >= leastLength && isWithinOneEdit(name, one));
  const codes = new Set(near.map(([, code]) => code));
  return codes.size === 1 ? [...codes][0] : undefined;
}
