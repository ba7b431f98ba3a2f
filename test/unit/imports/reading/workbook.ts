import { ZipFile } from 'yazl';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type Sheet = { name: string; rows: string; state?: string };
type Parts = { sheets: Sheet[]; texts?: string; styles?: string; is1904?: boolean };

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
const relationsOf = (all: readonly string[]) =>
  `${declaration}<Relationships xmlns="${relations}">${all.join('')}</Relationships>`;

function partsOf({ sheets, texts = '', styles = '', is1904 = false }: Parts): Record<string, string> {
  const named = sheets.map(
    ({ name, state = 'visible' }, place) =>
      `<sheet name="${name}" sheetId="${place + 1}" state="${state}" r:id="r${place}"/>`,
  );
  return {
    '_rels/.rels': relationsOf([relation('r1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${declaration}<workbook ${main} xmlns:r="${office}"><workbookPr date1904="${is1904}"/><sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsOf([
      ...sheets.map((_, place) => relation(`r${place}`, 'worksheet', `worksheets/sheet${place}.xml`)),
      relation('t', 'sharedStrings', '/xl/sharedStrings.xml'),
      relation('s', 'styles', 'styles.xml'),
    ]),
    ...Object.fromEntries(
      sheets.map(({ rows }, place) => [
        `xl/worksheets/sheet${place}.xml`,
        `${declaration}<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    'xl/sharedStrings.xml': `${declaration}<sst ${main}>${texts}</sst>`,
    'xl/styles.xml': `${declaration}<styleSheet ${main}>${styles}</styleSheet>`,
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
  };
}

/** A workbook of the XML that its parts are to have, packed as Excel does. */
export async function aWorkbook(parts: Parts): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, xml] of Object.entries(partsOf(parts))) zip.addBuffer(Buffer.from(xml), name);
  zip.end();
  return Buffer.concat(await Array.fromAsync(zip.outputStream as AsyncIterable<Uint8Array>));
}
