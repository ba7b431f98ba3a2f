import { vcardColumns } from './vcard-columns.ts';
import { componentsOf, type Property, unescaped } from './vcard-property.ts';

/** What a program keeps for itself, and media. */
const technical =
  /^(?:VERSION|PRODID|REV|UID|PROFILE|MAILER|PHOTO|LOGO|SOUND|KEY|X-ABLABEL|X-ABU?ID|X-ABADR|X-ABSHOWAS|X-MS-OL-DESIGN|X-GENERATOR|X-EVOLUTION-FILE-AS|X-COUCHDB-.*)$/;
/** Of a phone these say nothing that tells it from another. */
const saysNothing = new Set(['voice', 'msg', 'internet', 'text', 'video', 'other', 'x-other']);

type Label = (property: Property) => string;
/** What Apple's programs call a property by, in a property of the same group: `_$!<Assistant>!$_` is a word of theirs. */
function labelsOf(properties: readonly Property[]): Label {
  const labels = new Map(
    properties
      .filter(({ name, group }) => name === 'X-ABLABEL' && group !== '')
      .map(({ group, value }) => [group, unescaped(value).replace(/^_\$!<(.*)>!\$_$/, '$1')]),
  );
  return ({ group, types }) => labels.get(group) ?? types.filter((type) => !saysNothing.has(type)).join(' ');
}

/** A row to be: a value for a column that has one already, or that there is not, goes to `Other` under its name. */
function newRow() {
  const values = new Map<string, string>();
  const others: string[] = [];
  return {
    has: (column: string) => values.has(column),
    put(column: string, value: string, name = column) {
      if (value === '') return;
      if (!values.has(column) && vcardColumns.includes(column)) values.set(column, value);
      else others.push(`${name}: ${value}`);
    },
    add(column: string, value: string, between: string) {
      if (value !== '') values.set(column, [values.get(column), value].filter(Boolean).join(between));
    },
    cells() {
      if (others.length > 0) values.set('Other', others.join('\n'));
      return vcardColumns.map((column) => values.get(column) ?? '');
    },
  };
}
type Row = ReturnType<typeof newRow>;

function putAll(row: Row, columns: readonly string[], values: readonly string[]): void {
  columns.forEach((column, place) => {
    row.put(column, values[place] ?? '');
  });
}

/** The first column of several that is free; the last is full as well where all are. */
const free = (row: Row, columns: readonly string[]) => columns.find((column) => !row.has(column)) ?? '';
const emails = vcardColumns.filter((column) => /^Email \d$/.test(column));
const phones = vcardColumns.filter((column) => /^Phone \d$/.test(column));
const streets = vcardColumns.filter((column) => column.endsWith(' Street'));
const named = (name: string, label: string) => (label === '' ? name : `${name} (${label})`);

function putPhone(row: Row, property: Property, labelOf: Label): void {
  const number = unescaped(property.value).replace(/^tel:/i, '');
  const label = labelOf(property);
  const column = free(row, phones);
  row.put(column, number, named('Phone', label));
  if (column !== '' && number !== '') row.put(`${column} Type`, label);
}
/** Post office box, extended address, street, city, region, postal code, country (RFC 6350, 6.3.1). */
function putAddress(row: Row, property: Property, labelOf: Label): void {
  const [box = '', extended = '', street = '', ...rest] = componentsOf(property.value);
  const line = [street, extended, box].filter((part) => part !== '').join(', ');
  const isTaken = (number: number) =>
    ['Street', 'City', 'Region', 'Postal Code', 'Country'].some((part) =>
      row.has(`Address ${number} ${part}`),
    );
  const number = streets.map((_, place) => place + 1).find((one) => !isTaken(one));
  if (number === undefined) {
    row.put(
      '',
      [line, ...rest].filter((part) => part !== '').join(', '),
      named('Address', labelOf(property)),
    );
    return;
  }
  const columns = ['Street', 'City', 'Region', 'Postal Code', 'Country'].map(
    (part) => `Address ${number} ${part}`,
  );
  putAll(row, columns, [line, ...rest]);
}
function putOrganization(row: Row, { value }: Property): void {
  const [name = '', ...units] = componentsOf(value);
  row.put('Organization', name);
  row.put('Department', units.filter((unit) => unit !== '').join(', '));
}
/** An ISO day where the year is known, and as it is written where it is not: `--0203`. */
const dayOf = (value: string) => value.replace(/^(\d{4})-?(\d{2})-?(\d{2})(?:T.*)?$/, '$1-$2-$3');

const putters: Record<string, (row: Row, property: Property, labelOf: Label) => void> = {
  FN: (row, { value }) => row.put('Full Name', unescaped(value)),
  N: (row, { value }) =>
    putAll(row, ['Last Name', 'First Name', 'Middle Name', 'Prefix', 'Suffix'], componentsOf(value)),
  NICKNAME: (row, { value }) => row.add('Nickname', unescaped(value), ', '),
  ORG: putOrganization,
  'X-DEPARTMENT': (row, { value }) => row.put('Department', unescaped(value)),
  TITLE: (row, { value }) => row.put('Title', unescaped(value)),
  BDAY: (row, { value }) => row.put('Birthday', dayOf(unescaped(value))),
  EMAIL: (row, { value }) => row.put(free(row, emails), unescaped(value).replace(/^mailto:/i, ''), 'Email'),
  TEL: putPhone,
  ADR: putAddress,
  URL: (row, { value }) => row.put('URL', unescaped(value)),
  CATEGORIES: (row, { value }) => row.add('Categories', unescaped(value), ','),
  NOTE: (row, { value }) => row.add('Note', unescaped(value), '\n'),
};

/** What is preferred comes first, so that a first e-mail address is the one to write to. */
const byPreference = (properties: readonly Property[]) => [
  ...properties.filter(({ isPreferred }) => isPreferred),
  ...properties.filter(({ isPreferred }) => !isPreferred),
];

/** A card's cells, in the order of `vcardColumns`. */
export function rowOfCard(properties: readonly Property[]): string[] {
  const row = newRow();
  const labelOf = labelsOf(properties);
  const told = byPreference(properties).filter(({ name }) => !technical.test(name));
  for (const property of told) {
    const put = Object.hasOwn(putters, property.name) ? putters[property.name] : undefined;
    if (put) put(row, property, labelOf);
    else row.put('', unescaped(property.value), named(property.name, labelOf(property)));
  }
  return row.cells();
}
