import { cleanEmail, emailsIn, isThrowAway } from './clean-email.ts';
import { cleanPhone, phonesIn } from './clean-phone.ts';
import { mailTypo } from './mail-typo.ts';
import { noteChange } from './notes.ts';
import { fault, type Row } from './row.ts';

type Email = { address: string };
/** One address, with what is to be told of it. */
async function emailOf(row: Row, field: string, written: string): Promise<Email[]> {
  const address = cleanEmail(written);
  if (!address) {
    fault(row, field, 'email_invalid', `${written} is no e-mail address.`);
    return [];
  }
  noteChange(row.notes, field, written, address, 'An address without what is written around it.');
  const typo = mailTypo(address);
  if (typo) row.notes.suggestions.push({ field, from: address, ...typo });
  if (!typo && (await isThrowAway(address)))
    // such services take names that are a slip away from known ones
    fault(row, field, 'email_disposable', `${address} is of a service for addresses that are thrown away.`);
  return [{ address }];
}

const emailFields = ['email', 'email2', 'email3', 'email4', 'email5', 'contactEmail'];
/** All e-mail addresses of a row, each once. */
export async function emailsOf(row: Row, fields: readonly string[] = emailFields): Promise<Email[]> {
  const all: Email[] = [];
  for (const field of fields)
    for (const written of emailsIn(row.said.get(field) ?? ''))
      if (written) all.push(...(await emailOf(row, field, written)));
  return [...new Map(all.toReversed().map((one) => [one.address.toLowerCase(), one])).values()]
    .reverse()
    .slice(0, 10);
}

const phoneFields =
  'phone phone.mobile phone.work phone.home phone.fax phone2 phone3 phone4 phone5 phone6 phone7'.split(' ');
const types: readonly [RegExp, string][] = [
  [/fax/i, 'fax'],
  [/mobil|cell|handy|iphone|portable|m[oó]vil|celular/i, 'mobile'],
  [/work|business|office|arbeit|dienst|bureau|main/i, 'work'],
  [/home|privat|domicile|casa/i, 'home'],
];
/** By the field (`phone.work`), or by what a column beside it says; words that are no type here are a label. */
function typeOf(row: Row, field: string): { type?: string; label?: string } {
  if (field.includes('.')) return { type: field.slice('phone.'.length) };
  const said = row.said.get(`${field}.type`)?.replace(/^\*\s*/, '');
  if (!said) return {};
  const type = types.find(([pattern]) => pattern.test(said))?.[1];
  return type ? { type } : { label: said.slice(0, 40) };
}
type Phone = { number: string; extension?: string; type?: string; label?: string };

async function phoneOf(
  row: Row,
  field: string,
  written: string,
  country: string | undefined,
): Promise<Phone[]> {
  const phone = await cleanPhone(written, country);
  if (!phone) {
    const where = country ? ` in ${country}` : ' without its country';
    fault(row, field, 'phone_invalid', `${written} is no phone number${where}.`);
    return [];
  }
  noteChange(row.notes, field, written, phone.number, 'Numbers are kept with their country (E.164).');
  return [{ ...phone, ...typeOf(row, field) }];
}

/** All phone numbers of a row, each once; those without a code are of `country`. */
export async function phonesOf(row: Row, country: string | undefined): Promise<Phone[]> {
  const all: Phone[] = [];
  for (const field of phoneFields)
    for (const written of phonesIn(row.said.get(field) ?? ''))
      if (written) all.push(...(await phoneOf(row, field, written, country)));
  return [...new Map(all.toReversed().map((one) => [`${one.number} ${one.extension ?? ''}`, one])).values()]
    .reverse()
    .slice(0, 10);
}
