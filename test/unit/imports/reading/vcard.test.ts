import { expect, test } from 'vitest';
import { encoded, read, utf8 } from './bytes.ts';

const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
async function rowsOf(content: string | Uint8Array) {
  const { columns, rows } = await read(typeof content === 'string' ? utf8(content) : content, 'a.vcf');
  return rows.map(({ cells, fault }) => {
    const named = columns.flatMap((column, place) => (cells[place] ? [[column, cells[place]]] : []));
    return { ...Object.fromEntries(named), ...(fault && { fault: fault.code }) };
  });
}

test('reads name, organization, title and the rest of version 3', async () => {
  const text = card(
    'VERSION:3.0',
    'N:Lovelace;Ada;Augusta\\, King;Lady;OBE',
    'FN:Lady Ada Lovelace',
    'NICKNAME:Countess',
    'ORG:Analytical Engines;Research;Mathematics',
    'TITLE:Analyst',
    'BDAY:1815-12-10',
    'CATEGORIES:VIP,Friends',
    'NOTE:one\\ntwo\\; three',
    'URL;TYPE=WORK:http\\://ada.example',
  );
  expect(await rowsOf(text)).toEqual([
    {
      'Full Name': 'Lady Ada Lovelace',
      'First Name': 'Ada',
      'Middle Name': 'Augusta, King',
      'Last Name': 'Lovelace',
      Prefix: 'Lady',
      Suffix: 'OBE',
      Nickname: 'Countess',
      Organization: 'Analytical Engines',
      Department: 'Research, Mathematics',
      Title: 'Analyst',
      Birthday: '1815-12-10',
      Categories: 'VIP,Friends',
      Note: 'one\ntwo; three',
      URL: 'http://ada.example',
    },
  ]);
});

test('reads version 2.1: bare types, quoted-printable over several lines, a character set', async () => {
  const text = card(
    'VERSION:2.1',
    'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=',
    '=BCrgen;;;',
    'NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0A=',
    'two, three',
    'TEL;WORK;FAX:+49 30 1',
    'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ',
    '9j4AAQSkZJRgABAQAAAQABAAD',
    ' /9j4AAQSkZJRgABAQAAAQABAA==',
    '',
    'EMAIL;INTERNET:j@example.com',
  );
  expect(await rowsOf(text)).toEqual([
    {
      'Last Name': 'Müller',
      'First Name': 'Jürgen',
      Note: 'one\r\ntwo, three',
      'Phone 1': '+49 30 1',
      'Phone 1 Type': 'work fax',
      'Email 1': 'j@example.com',
    },
  ]);
});

test('reads version 4: URIs, quoted parameters, a day without a year', async () => {
  const text = card(
    'VERSION:4.0',
    'FN:Simon',
    'BDAY:--0203',
    'TEL;VALUE=uri;TYPE="work,cell";PREF=1:tel:+1-418-656-9254;ext=102',
    'EMAIL:mailto:simon@example.com',
  );
  expect(await rowsOf(text)).toEqual([
    {
      'Full Name': 'Simon',
      Birthday: '--0203',
      'Phone 1': '+1-418-656-9254;ext=102',
      'Phone 1 Type': 'work cell',
      'Email 1': 'simon@example.com',
    },
  ]);
});

test('unfolds lines, though a fold cuts a character in half', async () => {
  const [head = '', tail = ''] = ['NOTE:M\u00c3', '\u00bcller'];
  const text = card('VERSION:3.0', 'FN:A', `${head}\r\n ${tail}`);
  expect(await rowsOf(Buffer.from(text, 'latin1'))).toMatchObject([{ Note: 'Müller' }]);
});

test('each property is read in the character set that it names', async () => {
  const text = card('VERSION:2.1', 'FN;CHARSET=windows-1251:Иван', 'NOTE:Ольга');
  expect(await rowsOf(encoded(text, 'windows-1251'))).toMatchObject([{ 'Full Name': 'Иван' }]);
});

test('reads UTF-16, and line ends that are doubled', async () => {
  const text = card('VERSION:3.0', 'FN:Jürgen').replaceAll('\r\n', '\r\r\n');
  expect(await rowsOf(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual([{ 'Full Name': 'Jürgen' }]);
});

test('the preferred address is the first, and labels of groups are types', async () => {
  const text = card(
    'VERSION:3.0',
    'FN:Ada',
    'EMAIL;TYPE=HOME:home@example.com',
    'EMAIL;type=WORK;type=pref:work@example.com',
    'item1.TEL:1',
    'item1.X-ABLabel:_$!<Assistant>!$_',
  );
  expect(await rowsOf(text)).toEqual([
    {
      'Full Name': 'Ada',
      'Email 1': 'work@example.com',
      'Email 2': 'home@example.com',
      'Phone 1': '1',
      'Phone 1 Type': 'Assistant',
    },
  ]);
});

test('reads two addresses, with what belongs to the street', async () => {
  const text = card(
    'VERSION:3.0',
    'ADR;TYPE=HOME:PO 7;Suite 2;1 Main St;Springfield;IL;62701;USA',
    'ADR;TYPE=WORK:;;Am Markt 1\\nHof;Bremen;;28195;Germany',
  );
  expect(await rowsOf(text)).toEqual([
    {
      'Address 1 Street': '1 Main St, Suite 2, PO 7',
      'Address 1 City': 'Springfield',
      'Address 1 Region': 'IL',
      'Address 1 Postal Code': '62701',
      'Address 1 Country': 'USA',
      'Address 2 Street': 'Am Markt 1\nHof',
      'Address 2 City': 'Bremen',
      'Address 2 Postal Code': '28195',
      'Address 2 Country': 'Germany',
    },
  ]);
});

test('what there is no column for is kept in Other', async () => {
  const phones = ['1', '2', '3', '4', '5'].map((number) => `TEL;CELL:${number}`);
  const addresses = ['A', 'B', 'C'].map((city) => `ADR:;;;${city};;;`);
  const text = card(
    'VERSION:2.1',
    'FN:Ada',
    ...phones,
    ...addresses,
    'ROLE:Counts',
    'X-SPOUSE:William',
    'no property',
  );
  const [row] = await rowsOf(text);
  expect(row?.Other?.split('\n')).toEqual([
    'Phone (cell): 5',
    'Address: C',
    'ROLE: Counts',
    'X-SPOUSE: William',
    'TEXT: no property',
  ]);
});

test('a card that does not end and text outside of cards have faults, and no card is lost', async () => {
  const text = `BEGIN:VCARD\r\nFN:A\r\n${card('FN:B')}lost\r\n${card('FN:C')}BEGIN:VCARD\r\nFN:D\r\n`;
  expect(await rowsOf(text)).toEqual([
    { 'Full Name': 'A', fault: 'card_not_closed' },
    { 'Full Name': 'B' },
    { Other: 'TEXT: lost', fault: 'text_outside_card' },
    { 'Full Name': 'C' },
    { 'Full Name': 'D', fault: 'card_not_closed' },
  ]);
});

test('a card within a card is none of its own', async () => {
  const text = card('FN:Ada', 'AGENT:', 'BEGIN:VCARD', 'FN:Secretary', 'END:VCARD', 'TITLE:Analyst');
  expect(await rowsOf(text)).toEqual([
    { 'Full Name': 'Ada', Title: 'Analyst', Other: 'AGENT: FN:Secretary' },
  ]);
});
