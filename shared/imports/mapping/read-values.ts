import type { ImportKind } from './import-fields.ts';
import type { Look, Looks } from './look-of-values.ts';
import type { HeaderReading, Reading } from './read-header.ts';

type Sign = { look: Look; least: number; field: string; confidence: number };
const customer: readonly Sign[] = [{ look: 'email', least: 0.7, field: 'contactEmail', confidence: 0.8 }];
const address: readonly Sign[] = [{ look: 'country', least: 0.8, field: 'address.country', confidence: 0.6 }];
/** What the values alone say, the surest first. */
const signs: Record<ImportKind, readonly Sign[]> = {
  contact: [
    { look: 'email', least: 0.7, field: 'email', confidence: 0.9 },
    { look: 'linkedin', least: 0.7, field: 'linkedin', confidence: 0.9 },
    { look: 'url', least: 0.8, field: 'website', confidence: 0.7 },
    { look: 'phone', least: 0.8, field: 'phone', confidence: 0.6 },
    { look: 'salutation', least: 0.8, field: 'prefix', confidence: 0.6 },
    ...address,
    { look: 'fullName', least: 0.6, field: 'fullName', confidence: 0.6 },
    { look: 'firstName', least: 0.5, field: 'firstName', confidence: 0.6 },
  ],
  company: [
    { look: 'url', least: 0.8, field: 'website', confidence: 0.7 },
    { look: 'phone', least: 0.8, field: 'phone', confidence: 0.6 },
    ...address,
  ],
  deal: customer,
  product: [],
  order: customer,
  activity: customer,
};

/** What the values alone mean. */
function readValues(kind: ImportKind, looks: Looks): Reading | undefined {
  for (const { look, least, field, confidence } of signs[kind]) {
    const share = looks.shareOf(look);
    if (share >= least) return { field, confidence: confidence * share };
  }
  return undefined;
}

/** How the values of a field look: those of no other field are told by it. */
const expected: Readonly<Record<string, readonly Look[]>> = {
  email: ['email'],
  contactEmail: ['email'],
  phone: ['phone'],
  'phone.mobile': ['phone'],
  'phone.fax': ['phone'],
  website: ['url'],
  linkedin: ['linkedin', 'url'],
  birthday: ['date', 'number'],
  expectedCloseOn: ['date', 'number'],
  openedOn: ['date', 'number'],
  amount: ['number'],
  price: ['number'],
  quantity: ['number'],
  employees: ['number'],
  annualRevenue: ['number'],
  'address.country': ['country'],
};
const enough = 3;
const good = 0.6;
const poor = 0.2;

export type Judged = { reading: Reading; by: 'header' | 'values' | 'both' };

/** A header whose values look like another thing gives way to them, or is trusted less. */
const leastSure = 0.4;
function contradicted(reading: Reading, kind: ImportKind, looks: Looks): Judged | undefined {
  const other = readValues(kind, looks);
  if (other && other.field !== reading.field && other.confidence >= good)
    return { reading: other, by: 'values' };
  const confidence = reading.confidence / 2;
  return confidence < leastSure ? undefined : { reading: { ...reading, confidence }, by: 'header' };
}

/** Text fields that hold addresses of e-mail all the same are fields of them: a column `Contact` of addresses. */
const isFree = (field: string) => !/^(?:note|tags|ownerEmail|externalId|text|custom)/.test(field);

function agreed(reading: Reading, kind: ImportKind, looks: Looks): Judged | undefined {
  const wanted = expected[reading.field];
  if (!wanted) {
    const other = isFree(reading.field) && looks.shareOf('email') >= 0.8 && readValues(kind, looks);
    return other ? { reading: other, by: 'values' } : { reading, by: 'header' };
  }
  const share = Math.max(...wanted.map((look) => looks.shareOf(look)));
  if (share >= good)
    return { reading: { ...reading, confidence: Math.min(1, reading.confidence + 0.05) }, by: 'both' };
  return share <= poor && looks.count >= enough
    ? contradicted(reading, kind, looks)
    : { reading, by: 'header' };
}

/** Header and values together; undefined where neither says anything. */
export function judge(header: HeaderReading, kind: ImportKind, looks: Looks): Judged | undefined {
  if (header === 'aside') return undefined;
  if (header) return looks.count > 0 ? agreed(header, kind, looks) : { reading: header, by: 'header' };
  const reading = readValues(kind, looks);
  return reading && { reading, by: 'values' };
}
