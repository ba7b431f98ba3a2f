import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportKind, importFields } from '../../../../shared/imports/mapping/import-fields.ts';
import { suggestMapping } from '../../../../shared/imports/mapping/suggest-mapping.ts';

const fieldsOf = (kind: ImportKind, headers: string, rows: readonly (readonly string[])[] = []) =>
  suggestMapping(kind, headers.split(', '), rows)
    .map(({ field }) => field ?? '-')
    .join(', ');

describe('the headers of contacts', () => {
  it.each([
    ['English', 'First Name, Last Name, E-mail Address, Mobile Phone, Company, Job Title, ZIP Code'],
    ['German', 'Vorname, Nachname, E-Mail-Adresse, Handynummer, Firma, Funktion, PLZ'],
    ['French', 'Prénom, Nom, Courriel, Portable, Société, Fonction, Code postal'],
    ['Spanish', 'Nombre, Apellidos, Correo electrónico, Móvil, Empresa, Cargo, Código postal'],
    ['Italian', 'Nome, Cognome, Indirizzo e-mail, Cellulare, Azienda, Qualifica, CAP'],
    ['Portuguese', 'Nome, Sobrenome, Endereço de e-mail, Telemóvel, Empresa, Cargo, CEP'],
    ['Dutch', 'Voornaam, Achternaam, E-mailadres, Mobiel nummer, Bedrijf, Functie, Postcode'],
    ['Polish', 'Imię, Nazwisko, Adres e-mail, Telefon komórkowy, Firma, Stanowisko, Kod pocztowy'],
    ['Swedish', 'Förnamn, Efternamn, E-postadress, Mobiltelefon, Företag, Befattning, Postnummer'],
    ['Danish', 'Fornavn, Efternavn, E-mail, Mobilnummer, Virksomhed, Stilling, Postnr.'],
    ['Russian', 'Имя, Фамилия, Электронная почта, Мобильный телефон, Компания, Должность, Индекс'],
    ['Chinese', '名, 姓, 电子邮件, 手机, 公司, 职位, 邮编'],
    ['Japanese', '名, 姓, メールアドレス, 携帯電話, 会社名, 役職, 郵便番号'],
    [
      'a database',
      'first_name, last_name, email_address, mobile_phone, company_name, job_title, postal_code',
    ],
    ['an interface', 'firstName, lastName, emailAddress, mobilePhone, companyName, jobTitle, postalCode'],
  ])('are understood in %s', (_, headers) => {
    expect(fieldsOf('contact', headers)).toBe(
      'firstName, lastName, email, phone.mobile, company, jobTitle, address.postalCode',
    );
  });

  it.each([
    [
      'Google',
      'Name, Given Name, Family Name, E-mail 1 - Label, E-mail 1 - Value, E-mail 2 - Value, Group Membership',
      'fullName, firstName, lastName, -, email, email2, tags',
    ],
    [
      'Outlook',
      "Title, Job Title, E-mail 2 Address, E-mail Address, Manager's Name, Assistant's Phone, Pager",
      'prefix, jobTitle, email2, email, -, -, -',
    ],
    [
      'Pipedrive',
      'Person - Name, Person - Phone - Work, Person - Email - Home, Person - Organization',
      'fullName, phone.work, email, company',
    ],
    [
      'Zoho',
      'Record Id, Lead Owner, Mailing Street, Mailing City, Created Time',
      'externalId, ownerEmail, address.street, address.city, createdAt',
    ],
    [
      'Xero',
      '*ContactName, POAddressLine1, POCity, POPostalCode',
      'fullName, address.street, address.city, address.postalCode',
    ],
    [
      'LinkedIn',
      'First Name, Last Name, URL, Email Address, Connected On',
      'firstName, lastName, linkedin, email, createdAt',
    ],
    [
      'Mailchimp',
      'Email Address, FNAME, LNAME, MEMBER_RATING, OPTIN_IP',
      'email, firstName, lastName, score, -',
    ],
  ])('are understood as %s writes them', (_, headers, fields) => {
    expect(fieldsOf('contact', headers)).toBe(fields);
  });

  it.each([
    [
      'the whole where both names are there',
      'Name, Given Name, Family Name',
      'fullName, firstName, lastName',
    ],
    ['the last where the first is there', 'Vorname, Name', 'firstName, lastName'],
    ['the first where the last is there', 'Nombre, Apellidos', 'firstName, lastName'],
    ['the whole where neither is', 'Nom, Téléphone', 'fullName, phone'],
  ])('a name is %s', (_, headers, fields) => {
    expect(fieldsOf('contact', headers)).toBe(fields);
  });

  it('two addresses stay two, the one at work before the one at home', () => {
    const headers = 'Home Street, Home City, Business Street, Business City, Other City';
    expect(fieldsOf('contact', headers)).toBe(
      'address2.street, address2.city, address.street, address.city, -',
    );
  });

  it.each([
    [
      'Straße geschäftlich, Ort geschäftlich, Telefon geschäftlich, Telefon (privat)',
      'phone.work, phone.home',
    ],
    ['Rue (bureau), Ville (bureau), Téléphone (bureau), Téléphone (domicile)', 'phone.work, phone.home'],
    ['Werkadres straat, Werkadres plaats, Telefoon op werk, Telefoon thuis', 'phone.work, phone.home'],
    [
      'Rua do endereço comercial, Cidade do endereço comercial, Telefone comercial, Telefone residencial',
      'phone.work, phone.home',
    ],
    ['商务地址 街道, 商务地址 城市, 工作电话, 住宅电话', 'phone.work, phone.home'],
    ['Firmenadresse, Firmen-Ort, Bürotelefon, Privattelefon', 'phone.work, phone.home'],
  ])('say in many languages whose place it is: %s', (headers, phones) => {
    expect(fieldsOf('contact', headers)).toBe(`address.street, address.city, ${phones}`);
  });

  it('a birthday beside its year and month is the day alone', () => {
    const fields = 'birthday.year, birthday.month, birthday.day';
    expect(fieldsOf('contact', 'Geburtsjahr, Geburtsmonat, Geburtstag')).toBe(fields);
    expect(fieldsOf('contact', 'Birth Year, Birth Month, Birth Day')).toBe(fields);
    expect(fieldsOf('contact', 'Geburtstag')).toBe('birthday');
  });

  it('of two titles the first is of the person', () => {
    expect(fieldsOf('contact', 'Titre, Prénom, Titre')).toBe('prefix, firstName, jobTitle');
  });

  it('a second line of a street is no second address', () => {
    expect(fieldsOf('contact', 'Address 1, Address 2, City')).toBe(
      'address.street, address.street2, address.city',
    );
    expect(fieldsOf('contact', 'Address 1 - City, Address 2 - City')).toBe('address.city, address2.city');
  });

  it('what says of which kind a phone is goes with its phone', () => {
    const headers = 'Phone 1 - Type, Phone 1 - Value, Phone 2 - Type, Phone 2 - Value';
    expect(fieldsOf('contact', headers)).toBe('phone.type, phone, phone2.type, phone2');
  });
});

describe('the headers of other records', () => {
  it.each([
    [
      'company',
      'Company name, Company Domain Name, Number of Employees, Annual Revenue, Company owner',
      'name, domain, employees, annualRevenue, ownerEmail',
    ],
    ['company', 'account, sector, revenue, subsidiary_of', 'name, industry, annualRevenue, parent'],
    [
      'deal',
      'opportunity_id, sales_agent, product, account, deal_stage, close_date, close_value',
      'externalId, ownerEmail, product, company, stage, expectedCloseOn, amount',
    ],
    [
      'deal',
      'Deal - Title, Deal - Organization, Deal - Value, Deal - Lost reason',
      'name, company, amount, lostReason',
    ],
    [
      'product',
      'Artikelnummer, Bezeichnung, Kategorie, Einheit, Preis, Währung',
      'sku, name, category, unit, price, currency',
    ],
    [
      'order',
      'Name, Email, Currency, Total, Lineitem quantity, Lineitem name, Lineitem price',
      'number, contactEmail, currency, amount, quantity, product, unitPrice',
    ],
    [
      'order',
      'InvoiceNo, StockCode, Quantity, InvoiceDate, UnitPrice, CustomerID',
      'number, sku, quantity, placedAt, unitPrice, contactExternalId',
    ],
    [
      'activity',
      'Activity type, Subject, Due date, Contact person, Duration',
      'kind, subject, at, contactName, duration',
    ],
  ] as const)('of a %s: %s', (kind, headers, fields) => {
    expect(fieldsOf(kind, headers)).toBe(fields);
  });
});

describe('the values of columns', () => {
  const rows = [
    ['John Doe', 'John', 'Doe', 'john@doe.example', '+1 212 456 7890', 'Germany', 'linkedin.com/in/john'],
    ['Jane Doe', 'Jane', 'Doe', 'jane@doe.example', '(212) 456-7891', 'France', 'linkedin.com/in/jane'],
    ['Anna Roe', 'Anna', 'Roe', 'anna@roe.example', '212-456-7892', 'Polen', 'linkedin.com/in/anna'],
  ];

  it('tell what they are where no header does', () => {
    const headers = 'Column 1, Column 2, Column 3, Column 4, Column 5, Column 6, Column 7';
    expect(fieldsOf('contact', headers, rows)).toBe(
      'fullName, firstName, lastName, email, phone, address.country, linkedin',
    );
  });

  it('go before a header that says another thing', () => {
    const [mapped] = suggestMapping(
      'contact',
      ['Contact'],
      [['a@x.example'], ['b@x.example'], ['c@x.example']],
    );
    expect(mapped).toMatchObject({ field: 'email', by: 'values' });
  });

  it('tell a title of a person from that of a job', () => {
    expect(fieldsOf('contact', 'Title', [['Mr'], ['Dr.'], ['Mrs']])).toBe('prefix');
    expect(fieldsOf('contact', 'Title', [['CEO'], ['Buyer'], ['Head of Sales']])).toBe('jobTitle');
  });

  it('say nothing of a column that is of nothing that a record has', () => {
    expect(fieldsOf('contact', "Assistant's Phone", [['+1 212 456 7890']])).toBe('-');
  });
});

describe('how sure a suggestion is', () => {
  const sureOf = (header: string) => suggestMapping('contact', [header], [])[0]?.confidence ?? 0;

  it('falls from a known header to one with words besides, to a slip of the pen, to nothing', () => {
    const falling = ['Email', 'Private E-Mail', 'Emial Address', 'Weight in stones'].map(sureOf);
    expect(falling).toEqual([1, 0.95, 0.8, 0]);
  });

  it('a word of another record is no slip of the pen', () => {
    expect(fieldsOf('contact', 'State, Stage')).toBe('address.region, lifecycle');
    expect(fieldsOf('contact', 'Price')).toBe('-');
  });
});

it('a field of the workspace’s own is found by its label and its key, behind an exact core field', () => {
  const custom = [
    { key: 'shoeSize', label: 'Schuhgröße' },
    { key: 'email', label: 'Zweitadresse' },
  ];
  const fields = suggestMapping(
    'contact',
    ['Schuhgrösse', 'shoe_size', 'Schuhgröße', 'E-Mail'],
    [],
    custom,
  ).map(({ field }) => field);
  expect(fields).toEqual(['custom.shoeSize', undefined, undefined, 'email']);
});

it('gives each field once, and only fields that there are, whatever the headers and values', () => {
  const some = fc.constantFrom(
    'Email',
    'E-mail 2',
    'Phone',
    'Work Phone',
    'Home City',
    'City',
    'Name',
    'Title',
    'Tags',
    '电话',
    'Telefon privat',
    '',
  );
  const columns = fc.array(fc.oneof(some, fc.string({ unit: 'grapheme', maxLength: 20 })), { maxLength: 30 });
  const rows = fc.array(
    fc.array(fc.oneof(some, fc.string(), fc.constantFrom('a@b.example', '+49301234567', 'Anna')), {
      maxLength: 30,
    }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(fc.constantFrom(...ImportKind.options), columns, rows, (kind, headers, samples) => {
      const mapping = suggestMapping(kind, headers, samples);
      const fields = mapping.flatMap(({ field }) => field ?? []);
      const known = new Set(importFields(kind).map(({ name }) => name));
      expect(mapping.map(({ header }) => header)).toEqual(headers);
      expect(new Set(fields).size).toBe(fields.length);
      expect(fields.filter((field) => !known.has(field))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
