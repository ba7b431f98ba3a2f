import { readXml } from './read-xml.ts';
import { unreadable } from './unreadable.ts';

/** What a part refers to (ECMA-376, part 2, 9.3): the last word of the type says what it is. */
type Relation = { id: string; type: string; part: string };
const folderOf = (part: string) => part.slice(0, part.lastIndexOf('/') + 1);
const lastWord = (type = '') => type.slice(type.lastIndexOf('/') + 1);
/** A target is a path from the part's folder, or from the root. */
const resolved = (folder: string, target = '') => new URL(target, `file:///${folder}`).pathname.slice(1);

type About = (part: string) => AsyncIterable<Uint8Array> | undefined;
async function relationsOf(parts: About, part: string): Promise<Relation[]> {
  const folder = folderOf(part);
  const bytes = parts(`${folder}_rels/${part.slice(folder.length)}.rels`);
  if (!bytes) return [];
  const relations = readXml<Relation>(bytes, (emit) => ({
    open(name, { Id = '', Type, Target }) {
      if (name === 'Relationship') {
        emit({ id: Id, type: lastWord(Type), part: decodeURIComponent(resolved(folder, Target)) });
      }
    },
  }));
  return await Array.fromAsync(relations);
}

type Sheet = { name: string; id: string; isHidden: boolean };
/** A workbook, and where its parts are. */
export type Workbook = {
  sheetPart: string;
  /** Empty where there is none. */
  sharedStringsPart: string;
  stylesPart: string;
  /** Whether days are counted from 1904, as Excel of the Macintosh did. */
  is1904: boolean;
};

const isTrue = (value = '') => ['1', 'true', 'on'].includes(value);
async function sheetsOf(bytes: AsyncIterable<Uint8Array>): Promise<{ sheets: Sheet[]; is1904: boolean }> {
  let is1904 = false;
  const sheets = readXml<Sheet>(bytes, (emit) => ({
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? '';
      const isHidden = /hidden/i.test(attributes.state ?? '');
      emit({ name: attributes.name ?? '', id, isHidden });
    },
  }));
  return { sheets: await Array.fromAsync(sheets), is1904 };
}

function chosen(sheets: readonly Sheet[], name: string | undefined): Sheet {
  const found = name === undefined ? sheets.find(({ isHidden }) => !isHidden) : undefined;
  const sheet = found ?? sheets.find((one) => name === undefined || one.name === name);
  if (sheet) return sheet;
  throw unreadable(
    sheets.length === 0
      ? 'The workbook has no sheet.'
      : `The workbook has no sheet of that name. It has: ${sheets.map((one) => one.name).join(', ')}.`,
  );
}

/** The sheet of that name, or the first that is not hidden. Throws `import_file_unreadable` where there is none. */
export async function readWorkbook(parts: About, sheetName: string | undefined): Promise<Workbook> {
  const root = await relationsOf(parts, '');
  const path = root.find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const bytes = parts(path);
  if (!bytes) throw unreadable('The file is a ZIP, but no workbook.');
  const { sheets, is1904 } = await sheetsOf(bytes);
  const relations = await relationsOf(parts, path);
  const sheet = chosen(sheets, sheetName);
  const partOf = (type: string) => relations.find((one) => one.type === type)?.part ?? '';
  const sheetPart = relations.find(({ id }) => id === sheet.id)?.part ?? '';
  return { sheetPart, is1904, sharedStringsPart: partOf('sharedStrings'), stylesPart: partOf('styles') };
}
