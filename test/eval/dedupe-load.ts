import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { withLists } from '../../functions/imports/running/adding.ts';
import { type Contact, createContact, type NewContact, patchContact } from '../../shared/contacts/contact.ts';
import { isEmailAddress } from '../../shared/contacts/email-address.ts';
import { aContext } from '../helpers/context.ts';

/** A record as it stands after the import, with the rows that it came of. */
export type Loaded = { contact: Contact; rows: number[] };
export type DedupeSet = {
  name: string;
  /** Who a row is of, by row: nothing but the counting reads it. */
  truth: string[];
  records: Loaded[];
  /** Custom fields that tell who is meant. */
  matching: string[];
  /** Whether its rows have postal addresses; those of the other kind have e-mail addresses. */
  hasAddresses: boolean;
};

type Row = Record<string, string>;
const folding = { plusTag: true, gmailDots: true };

/** The number of `rec-223-dup-0`, or the cluster. */
const truthOf = ({ rec_id, cluster }: Row): string => /^rec-(\d+)/.exec(rec_id ?? '')?.[1] ?? cluster ?? '';

/** `19081209` and `1908-12-09` as a birthday; none where there is no such day. */
function birthdayOf({ date_of_birth, dob }: Row): string | undefined {
  const digits = (date_of_birth || dob || '').replaceAll('-', '');
  const day = digits.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  const moment = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(day) ? undefined : day;
}

const textOf = (...parts: (string | undefined)[]): string | undefined =>
  parts.filter(Boolean).join(', ') || undefined;

function addressesOf(row: Row): NewContact['addresses'] {
  const line = [row.street_number, row.address_1].filter(Boolean).join(' ');
  const address = {
    street: textOf(line, row.address_2),
    city: textOf(row.suburb || row.city),
    region: textOf(row.state),
    postalCode: textOf(row.postcode),
  };
  return Object.values(address).some(Boolean) ? [address] : [];
}

/** What the import makes of a row: columns to fields, and a value that a field cannot have left out. */
function fieldsOf(row: Row): Partial<NewContact> {
  const given = {
    firstName: textOf(row.given_name || row.first_name),
    lastName: textOf(row.surname),
    birthday: birthdayOf(row),
    ...(isEmailAddress(row.email ?? '') && { emails: [{ address: row.email ?? '' }] }),
    addresses: addressesOf(row),
    ...(row.soc_sec_id && { custom: { socSecId: row.soc_sec_id } }),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** A row with an address that a record has already is a patch of that record, as an upsert by e-mail makes it. */
function load(rows: Row[]): Loaded[] {
  const [all, byEmail] = [[] as Loaded[], new Map<string, Loaded>()];
  const context = aContext();
  for (const [n, row] of rows.entries()) {
    const fields = fieldsOf(row);
    const made = createContact(fields, folding, context).after;
    const key = made.emails[0]?.key ?? '';
    const known = byEmail.get(key);
    if (known) {
      known.contact = patchContact(known.contact, withLists(known.contact, fields), folding, context).after;
      known.rows.push(n);
    } else {
      const loaded = { contact: made, rows: [n] };
      all.push(loaded);
      if (key) byEmail.set(key, loaded);
    }
  }
  return all;
}

/** Reads a CSV as the import would, in this process. */
export async function loadSet(file: string, name: string): Promise<DedupeSet> {
  const parser = parse({ columns: true, bom: true, trim: true });
  const rows: Row[] = await Array.fromAsync(createReadStream(file).pipe(parser));
  const hasNumber = rows.some(({ soc_sec_id }) => soc_sec_id);
  return {
    name,
    truth: rows.map(truthOf),
    records: load(rows),
    matching: hasNumber ? ['socSecId'] : [],
    hasAddresses: rows.some(({ postcode }) => postcode),
  };
}
