import type { CountryCode } from 'libphonenumber-js/min';
import { AppError } from '../core/errors.ts';

/** At least seven digits, the country's among them: what is shorter is a service number that nobody can be reached by from elsewhere. */
const e164 = /^\+[1-9]\d{6,14}$/;

type Parsed = { number: string; extension?: string };
async function parsed(written: string, country: string): Promise<Parsed | undefined> {
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min'); // 80 KB: not in the cold start
  const phone = parsePhoneNumberFromString(written, country as CountryCode);
  if (!phone?.isValid() || !e164.test(phone.number)) return undefined;
  return { number: phone.number, ...(phone.ext && { extension: phone.ext }) };
}

/**
 * A phone number as a person writes it, as E.164 (ITU-T): `030 123456` in Germany is `+4930123456`. A number without a
 * country code is of `country` (ISO 3166-1 alpha-2). Undefined where it is no number that can be called.
 */
export const toE164 = async (written: string, country: string): Promise<string | undefined> =>
  (await parsed(written, country))?.number;

type Written = { number: string; extension?: string | undefined; label?: string | undefined };

/**
 * A list of phones with every number in E.164, its extension apart, each number once. Throws `phone_invalid` at the first
 * wrong one.
 */
export async function normalPhones<T extends Written>(phones: T[], country: string): Promise<T[]> {
  const all = new Map<string, T>();
  for (const [i, phone] of phones.entries()) {
    const read = await parsed(phone.number, country);
    if (!read) {
      const detail = `Not a phone number in ${country}; write it with its country code, like +4930123456.`;
      const errors = [{ pointer: `/phones/${i}/number`, code: 'phone_invalid', detail }];
      throw new AppError('invalid', 'phone_invalid', detail, { errors });
    }
    const whole = { ...read, ...phone, number: read.number };
    const name = `${whole.number} ${whole.extension ?? ''}`;
    if (!all.has(name)) all.set(name, whole);
  }
  return [...all.values()];
}
