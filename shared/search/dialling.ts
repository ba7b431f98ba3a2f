import type { CountryCode } from 'libphonenumber-js/min';
import { digitsOf } from './fold.ts';

/** A beginning of a phone number, as it is dialled, as the digits with which its E.164 begins; undefined where it is none. */
export type Dialling = (written: string) => string | undefined;

/** Numbers without a country code are of `country` (ISO 3166-1 alpha-2): in Germany `030 90` begins as `4930 90` does. */
export async function diallingIn(country: string): Promise<Dialling> {
  const { AsYouType } = await import('libphonenumber-js/min'); // 80 KB: only for who searches a number
  return (written) => {
    const typed = new AsYouType(country as CountryCode);
    typed.input(written.replace('(0)', '').replace(/^00/, '+'));
    return digitsOf(typed.getNumberValue() ?? '') || undefined;
  };
}
