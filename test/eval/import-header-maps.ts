import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportKind } from '../../shared/imports/mapping/import-fields.ts';
import { suggestMapping } from '../../shared/imports/mapping/suggest-mapping.ts';
import { type Tally, tallyOf } from './import-tally.ts';

type Expected = Readonly<Record<string, string>>;
type Export = { product: string; variant: string; headers: string[]; expected: Expected };
type Maps = { exports: Export[] } & Record<string, unknown>;

/** The fields here that a label of the maps stands for, the one that it means most first. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  first_name: ['firstName'],
  last_name: ['lastName'],
  full_name: ['fullName'],
  middle_name: ['middleName'],
  prefix: ['prefix'],
  suffix: ['suffix'],
  nickname: ['nickname'],
  email: ['email', 'email2', 'email3', 'email4', 'email5', 'contactEmail'],
  phone: ['phone', 'phone.work', 'phone2', 'phone3', 'phone4', 'phone5'],
  phone_work: ['phone.work', 'phone'],
  phone_home: ['phone.home'],
  mobile: ['phone.mobile', 'phone2', 'phone3', 'phone4', 'phone5'],
  fax: ['phone.fax'],
  company: ['company', 'name'],
  department: ['department'],
  title: ['jobTitle'],
  job_title: ['jobTitle'],
  birthday: ['birthday'],
  street: ['address.street', 'address.street2'],
  city: ['address.city'],
  state: ['address.region'],
  region: ['address.region'],
  postcode: ['address.postalCode'],
  country: ['address.country'],
  website: ['website'],
  linkedin: ['linkedin'],
  linkedin_url: ['linkedin'],
  tags: ['tags'],
  notes: ['note'],
  owner: ['ownerEmail'],
  external_id: ['externalId'],
  created_at: ['createdAt'],
  source: ['source'],
  status: ['status', 'lifecycle'],
  lifecycle: ['lifecycle', 'status'],
  score: ['score'],
  language: ['language'],
  deal_name: ['name'],
  stage: ['stage'],
  amount: ['amount'],
  currency: ['currency'],
  close_date: ['expectedCloseOn', 'closedAt'],
  pipeline: ['pipeline'],
  company_ref: ['companyExternalId', 'company'],
  contact_ref: ['contactExternalId', 'contactName'],
};
/** `email(may hold several)` is `email`, `email2` is another `email`. */
const labelOf = (written: string) =>
  written
    .replace(/\s*\(.*$/, '')
    .replace(/\d$/, '')
    .trim();

function kindOf({ variant }: Pick<Export, 'variant'>): ImportKind {
  if (/deal|opportunit/i.test(variant)) return 'deal';
  if (/compan|account|organi[sz]ation/i.test(variant)) return 'company';
  return /product/i.test(variant) ? 'product' : 'contact';
}

type Judge = {
  field: string | undefined;
  header: string;
  wanted: string;
  kind: ImportKind;
  taken: ReadonlySet<string>;
  /** The fields that the maps know. */
  core: ReadonlySet<string>;
};
/** What means none of the core fields may become one that the maps do not know (a second address, a fax). */
const mayIgnore = ({ field, core }: Judge) => field === undefined || !core.has(field);
/** A field is given once: a second column for it is right without one, where its header alone is understood. */
function isGivenElsewhere({ header, kind, taken }: Judge, fields: readonly string[]): boolean {
  const [alone] = suggestMapping(kind, [header], []);
  const isUnderstood =
    alone?.field !== undefined && (fields.includes(alone.field) || alone.field === 'fullName');
  return isUnderstood && fields.some((field) => taken.has(field));
}
function isRight(one: Judge): boolean {
  const label = labelOf(one.wanted);
  if (label === 'ignore') return mayIgnore(one);
  const fields = fieldsOf[label];
  if (!fields) return one.field !== undefined;
  return one.field === undefined ? isGivenElsewhere(one, fields) : fields.includes(one.field);
}
const isStrictlyRight = (one: Judge) =>
  labelOf(one.wanted) === 'ignore' ? one.field === undefined : isRight(one);

function judgesOf({ headers, expected, variant }: Export, core: ReadonlySet<string>): Judge[] {
  const kind = kindOf({ variant });
  const mapping = suggestMapping(kind, headers, []);
  const taken = new Set(mapping.flatMap(({ field }) => field ?? []));
  return mapping.map(({ header, field }) => ({
    header,
    field,
    kind,
    taken,
    core,
    wanted: expected[header] ?? 'ignore',
  }));
}

/** Maps by language, under a name of their own, beside those by product. */
function exportsIn({ exports, ...others }: Maps): Export[] {
  const localized = Object.entries(others).filter(([name]) => name.startsWith('localized'));
  const byLanguage = localized.flatMap(([, maps]) => Object.entries(maps as Record<string, Expected>));
  return [
    ...exports,
    ...byLanguage.map(([product, expected]) => ({
      product,
      variant: 'localized',
      headers: Object.keys(expected),
      expected,
    })),
  ];
}

/** Columns of products' exports that are mapped right; strictly, where what means nothing has to become nothing. */
export async function headerMapTallies(folder: string): Promise<Tally[]> {
  const maps = JSON.parse(await readFile(join(folder, 'header-maps.json'), 'utf8')) as Maps;
  const exports = exportsIn(maps);
  const labels = exports.flatMap(({ expected }) => Object.values(expected).map(labelOf));
  const core = new Set(labels.flatMap((label) => fieldsOf[label]?.[0] ?? []));
  const all = exports.flatMap((one) =>
    judgesOf(one, core).map((judge) => ({ judge, name: `${one.product}, ${one.variant}` })),
  );
  const judged = (test: (judge: Judge) => boolean) =>
    all.map(({ judge, name }) => ({
      isRight: test(judge),
      told: `${name}: ${judge.header} is ${judge.wanted}, not ${judge.field ?? 'nothing'}`,
    }));
  return [
    tallyOf('columns', judged(isRight)),
    { ...tallyOf('columns, strictly', judged(isStrictlyRight)), wrong: [] },
  ];
}
