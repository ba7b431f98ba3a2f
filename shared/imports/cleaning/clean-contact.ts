import { addressesOf } from './address-of.ts';
import { birthdayOf } from './birthday-of.ts';
import type { Cleaned } from './cleaned.ts';
import { nameOf } from './contact-name.ts';
import { emailsOf, phonesOf } from './contact-reach.ts';
import { customOf } from './custom-of.ts';
import { lifecycleOf } from './lifecycle-of.ts';
import { instantOf, languageOf, numberOf, timeZoneOf, urlOf } from './read-fields.ts';
import { lineOf, present, presentList, type Row, textOf, wordsOf } from './row.ts';

function scoreOf(row: Row): number | undefined {
  const score = numberOf(row, 'score', { least: 0, most: 100 });
  return score === undefined ? undefined : Math.round(score);
}
function profilesOf(row: Row) {
  const networks = { linkedin: urlOf(row, 'linkedin'), website: urlOf(row, 'website') };
  return Object.entries(networks).flatMap(([network, url]) => (url ? [{ network, url }] : []));
}

/** A contact's create body. A phone number without a code is of the country of its address, else of the context's. */
export async function cleanContact(row: Row): Promise<Cleaned> {
  const { firstName, lastName, ...otherParts } = nameOf(row);
  const { addresses, country } = addressesOf(row);
  const [emails, phones] = [await emailsOf(row), await phonesOf(row, country ?? row.context.country)];
  const leadSource = lineOf(row, 'source', 100);
  const values = present<unknown>({
    firstName,
    lastName,
    company: lineOf(row, 'company'),
    jobTitle: lineOf(row, 'jobTitle'),
    emails: presentList(emails),
    phones: presentList(phones),
    addresses: presentList(addresses),
    socialProfiles: presentList(profilesOf(row)),
    birthday: birthdayOf(row),
    lifecycle: lifecycleOf(row),
    score: scoreOf(row),
    language: languageOf(row, 'language'),
    timeZone: timeZoneOf(row, 'timeZone'),
    leadSource,
    campaign: lineOf(row, 'campaign', 100),
    tags: wordsOf(row, 'tags'),
    externalId: lineOf(row, 'externalId'),
    custom: customOf(row, {
      ...otherParts,
      department: lineOf(row, 'department'),
      status: lineOf(row, 'status'),
    }),
  });
  const besides = present<unknown>({
    note: textOf(row, 'note', 6000),
    ownerEmail: lineOf(row, 'ownerEmail'),
    createdAt: instantOf(row, 'createdAt'),
    source: leadSource,
  });
  return { values, besides };
}
