import { describe, expect, test } from 'vitest';
import { FileFormat } from '../../../../shared/imports/reading/file-format.ts';
import { sniffFormat } from '../../../../shared/imports/reading/sniff-format.ts';
import { encoded, read, utf8 } from './bytes.ts';

const sniffed = async (text: string) => FileFormat.parse(await sniffFormat(utf8(text), 'a.csv'));
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

describe('the encoding', () => {
  const people = 'Name;Ort\nMüller;Köln\n';
  test.each([
    ['UTF-8', utf8(people), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\ufeff${people}`), 'utf-8'],
    ['UTF-16 with a mark', utf16(`\ufeff${people}`), 'utf-16le'],
    ['UTF-16 without a mark', utf16(people), 'utf-16le'],
    ['UTF-16 of the other byte order', utf16(`\ufeff${people}`).swap16(), 'utf-16be'],
    ['UTF-16 of the other byte order without a mark', utf16(people).swap16(), 'utf-16be'],
    ['Windows-1252', encoded(people, 'windows-1252'), 'windows-1252'],
  ])('is told of %s', async (_, bytes, encoding) => {
    const { format, columns, rows } = await read(bytes);
    expect(format).toMatchObject({ encoding, delimiter: ';' });
    expect([columns, ...rows.map(({ cells }) => cells)]).toEqual([
      ['Name', 'Ort'],
      ['Müller', 'Köln'],
    ]);
  });

  test.each([
    ['windows-1250', 'Imię;Nazwisko;Miasto\nŁukasz;Wójcik;Łódź\nStanisław;Woźniak;Gdańsk\n'],
    ['windows-1251', 'Имя;Фамилия\nИван;Петров\nОльга;Смирнова\n'],
    ['koi8-r', 'Имя;Фамилия\nИван;Петров\nОльга;Смирнова\n'],
    ['windows-1253', 'Όνομα;Πόλη\nΓιώργος;Αθήνα\n'],
    ['windows-1254', 'Ad;Soyad;Şehir\nAyşe;Yılmaz;Kırşehir\nMehmet;Çağlar;Eskişehir\n'],
    ['shift_jis', '名前,会社\n山田太郎,株式会社東京\n'],
    ['euc-jp', '名前,メール\n山田太郎,taro@example.jp\n'],
    ['gb18030', '姓名,公司\n王小明,北京科技有限公司\n'],
    ['big5', '姓名,公司\n陳怡君,台灣科技股份有限公司\n'],
    ['euc-kr', '이름,회사\n김철수,서울전자\n'],
    ['windows-1252', 'Name,Note\nBob,It’s “fine” – really: 10 €\n'],
  ])('of %s is guessed so that its text comes out', async (encoding, text) => {
    const { columns, rows } = await read(encoded(text, encoding));
    const [delimiter = ','] = /[;,]/.exec(text) ?? [];
    expect([columns, ...rows.map(({ cells }) => cells)].map((cells) => cells.join(delimiter))).toEqual(
      text.trimEnd().split('\n'),
    );
  });

  test('is UTF-8 though the head ends within a character, and though one byte is damaged', async () => {
    const text = utf8('Name\nJürgen Müller\nSören Groß\nZoë Weiß\nÅsa Ögren\nJosé Núñez\nü');
    expect(await sniffFormat(text.subarray(0, -1), 'a.csv')).toMatchObject({ encoding: 'utf-8' });
    const damaged = Buffer.concat([text, Buffer.from([0xff, 0x0a])]);
    expect(await sniffFormat(damaged, 'a.csv')).toMatchObject({ encoding: 'utf-8' });
  });
});

describe('the delimiter', () => {
  test.each([
    [',', 'Name,City\nAda,London\n'],
    [';', 'Name;Amount\nAda;1,50\nBob;2,75\n'],
    [';', 'Last, First;E-mail\nLovelace, Ada;ada@example.com\nByron, George;lord@example.com\n'],
    ['\t', 'Name\tNote\nAda\tone, two; three\n'],
    ['|', 'Name|Note\nAda|a, b\nBob|c\n'],
    [':', 'Name:Mail:City\nAda:ada@example.com:London\nBob:bob@example.com:Rome\n'],
    [',', 'Primary Email\nada@example.com\nbob@example.com\n'],
    [',', 'Website\nhttps://a.example\nhttps://b.example\n'],
    [',', 'Name,Address\nAda,"1; 2; 3"\nBob,"4; 5; 6"\n'],
  ])('is %j', async (delimiter, text) => {
    expect(await sniffed(text)).toMatchObject({ delimiter });
  });
  test('is the one that the first line tells Excel', async () => {
    const { format, columns } = await read(utf8('sep=|\r\na,b|c\r\n1,2|3\r\n'));
    expect(format).toMatchObject({ delimiter: '|' });
    expect(columns).toEqual(['a,b', 'c']);
  });
});

test('single quotes are quotes where cells stand between them', async () => {
  expect(await sniffed("'Name','City'\n'Lovelace, Ada','London'\n")).toMatchObject({
    quote: "'",
    delimiter: ',',
  });
  expect(await sniffed("Name,City\nO'Hara,'s-Hertogenbosch\n")).toMatchObject({ quote: '"' });
});

describe('a header', () => {
  test.each([
    [true, 'First Name,E-mail\nAda,ada@example.com\n'],
    [true, 'Name,Score\nAda,7\nBob,8\n'],
    [true, 'Name,City\nAda,London\nBob,Rome\n'],
    [true, 'Only,A,Header\n'],
    [false, 'Ada Lovelace,Ada,Lovelace,ada@example.com\nBob Byron,Bob,Byron,bob@example.com\n'],
    [false, 'Ada,1815-12-10\nBob,1788-01-22\n'],
    [false, 'Ada,London\nBob,London\nEve,Rome\n'],
  ])('is there: %s', async (hasHeader, text) => {
    expect(await sniffed(text)).toMatchObject({ hasHeader });
  });
});

test.each(['BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nEND:VCARD\r\n', '\n\nbegin:vcard\nFN:Ada\nend:vcard\n'])(
  'vCards are told by their beginning, whatever their name',
  async (text) => {
    expect(await sniffFormat(utf8(text), 'contacts.txt')).toEqual({ kind: 'vcard', encoding: 'utf-8' });
  },
);

test('words that begin as a picture or a program does are words', async () => {
  expect(await sniffed('BMI,Name\n20,Ada\n')).toMatchObject({ kind: 'csv', hasHeader: true });
  expect(await sniffed('MZ;Name\n1;Ada\n')).toMatchObject({ kind: 'csv', delimiter: ';' });
});

test.each([
  ['nothing', ''],
  ['blank lines', '\n\n  \n'],
  ['HTML', '<!DOCTYPE html><table><tr><td>Ada</td></tr></table>'],
  ['JSON', '[{"name": "Ada"}]'],
  ['XML', '<?xml version="1.0"?><people/>'],
  ['a calendar', 'BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n'],
  ['PDF', '%PDF-1.7\n%\u00e2\n1 0 obj'],
  ['a program', '\u007fELF\u0002\u0001\u0001\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000'],
  ['an Excel workbook before 2007', Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex')],
  ['a ZIP', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
  ['UTF-32', Buffer.from('fffe000041000000', 'hex')],
])('%s is refused', async (_, content) => {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  await expect(sniffFormat(bytes, 'people.csv')).rejects.toMatchObject({
    code: 'import_file_unreadable',
    status: 422,
  });
});
