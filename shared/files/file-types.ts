/**
 * Which files are taken, by what their bytes say. The first 64 KB are looked at: type names are those that the package
 * `file-type` gives (IANA's, where there is one). The table is in docs/files.md.
 */
type Family = 'document' | 'image' | 'audio' | 'video' | 'archive' | 'text';

const office = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';
const typesOf: Record<Exclude<Family, 'text'>, readonly string[]> = {
  document: [
    'application/pdf',
    'application/rtf',
    'application/epub+zip',
    'application/x-cfb', // Word, Excel, PowerPoint and Outlook before 2007
    `${office}.wordprocessingml.document`,
    `${office}.wordprocessingml.template`,
    `${office}.spreadsheetml.sheet`,
    `${office}.spreadsheetml.template`,
    `${office}.presentationml.presentation`,
    `${office}.presentationml.template`,
    `${office}.presentationml.slideshow`,
    `${openDocument}.text`,
    `${openDocument}.spreadsheet`,
    `${openDocument}.presentation`,
  ],
  image: [
    ...['jpeg', 'png', 'gif', 'webp', 'avif', 'heic', 'heif', 'tiff', 'bmp', 'vnd.adobe.photoshop'].map(
      (name) => `image/${name}`,
    ),
  ],
  audio: [
    'mpeg',
    'wav',
    'ogg',
    'ogg; codecs=opus',
    'x-m4a',
    'mp4',
    'flac',
    'x-flac',
    'aac',
    'amr',
    'webm',
  ].map((name) => `audio/${name}`),
  video: ['mp4', 'webm', 'quicktime', 'ogg', 'x-m4v', 'matroska', '3gpp'].map((name) => `video/${name}`),
  archive: [
    'zip',
    'gzip',
    'x-gzip',
    'x-7z-compressed',
    'x-tar',
    'x-bzip2',
    'x-xz',
    'zstd',
    'x-rar-compressed',
  ].map((name) => `application/${name}`),
};
const familyByType = new Map(
  Object.entries(typesOf).flatMap(([family, types]) =>
    types.map((type) => [type, family as Family] as const),
  ),
);

/** What a file's name promises: only endings of which a wrong one would mislead. */
const familiesByEnding: Record<string, readonly Family[]> = {
  // Packed XML: of an unusual order of parts the first bytes say no more than that it is a ZIP.
  ...Object.fromEntries(
    ['docx', 'xlsx', 'pptx', 'dotx', 'xltx', 'potx', 'odt', 'ods', 'odp', 'epub'].map((ending) => [
      ending,
      ['document', 'archive'] as const,
    ]),
  ),
  ...Object.fromEntries(['pdf', 'doc', 'xls', 'ppt', 'msg'].map((ending) => [ending, ['document'] as const])),
  rtf: ['document', 'text'],
  ...Object.fromEntries(
    ['jpg', 'jpeg', 'png', 'gif', 'webp', 'avif', 'heic', 'tif', 'tiff', 'bmp'].map((ending) => [
      ending,
      ['image'] as const,
    ]),
  ),
  ...Object.fromEntries(
    ['mp3', 'wav', 'ogg', 'oga', 'opus', 'm4a', 'flac', 'aac', 'amr'].map((ending) => [
      ending,
      ['audio', 'video'] as const, // one container holds either
    ]),
  ),
  ...Object.fromEntries(
    ['mp4', 'webm', 'mov', 'm4v', 'mkv'].map((ending) => [ending, ['video', 'audio'] as const]),
  ),
  ...Object.fromEntries(
    ['zip', 'gz', 'tgz', '7z', 'tar', 'bz2', 'xz', 'zst', 'rar'].map((ending) => [
      ending,
      ['archive'] as const,
    ]),
  ),
  ...Object.fromEntries(
    ['txt', 'csv', 'tsv', 'md', 'json', 'xml', 'vcf', 'ics', 'eml', 'log', 'html', 'htm', 'svg'].map(
      (ending) => [ending, ['text'] as const],
    ),
  ),
};

/** Text says by its name what it is; of HTML, SVG and XML no browser is told, or it would run what is in them. */
const textTypes: Record<string, string> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  md: 'text/markdown',
  json: 'application/json',
  vcf: 'text/vcard',
  ics: 'text/calendar',
  eml: 'message/rfc822',
};
const plainText = 'text/plain';

/** Endings by which a system runs a file that is opened (Microsoft: "Blocked attachments in Outlook", in part). */
const running = new Set(
  [
    'exe com scr pif dll sys drv cpl ocx msi msp mst bat cmd ps1 psm1 vb vbs vbe js jse mjs ws wsf wsh hta lnk url reg inf',
    'jar class apk app dmg pkg deb rpm sh bash zsh command scpt appimage iso img vhd vhdx docm dotm xlsm xltm xlam pptm potm ppam',
  ]
    .join(' ')
    .split(' '),
);

const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.trim().toLowerCase() ?? '';
/** Whether a system that opens the file would run it. */
export const isRunnable = (name: string): boolean => running.has(endingOf(name));

const isUtf16 = (bytes: Uint8Array) =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
/** Nothing but characters, tabs and line ends; in any encoding that has ASCII in its place, or UTF-16 that says so. */
function isText(bytes: Uint8Array): boolean {
  if (isUtf16(bytes)) return true;
  return !bytes.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte));
}
const isScript = (bytes: Uint8Array) => bytes[0] === 0x23 && bytes[1] === 0x21; // `#!`

export type Told = { name: string; contentType?: string | undefined };
export type Judged =
  | { taken: true; contentType: string; family: Family }
  | { taken: false; why: 'type_not_allowed' | 'type_mismatch'; contentType: string };

/** What bytes are of which no signature is known. */
function textIn(bytes: Uint8Array, name: string): { contentType: string; family?: Family } {
  if (!isText(bytes) || isScript(bytes)) return { contentType: 'application/octet-stream' };
  return { contentType: textTypes[endingOf(name)] ?? plainText, family: 'text' };
}

/** XML has a signature, and is text. */
const isMarkup = (type: string) => /^(application|text)\/xml$|\+xml$/.test(type);
const ofSignature = (sniffed: string) => {
  const contentType = sniffed === 'application/x-cfb' ? 'application/octet-stream' : sniffed;
  const family = isMarkup(sniffed) ? 'text' : familyByType.get(sniffed);
  return { contentType: isMarkup(sniffed) ? plainText : contentType, ...(family && { family }) };
};

const familyOfTold = (type: string): Family | undefined => {
  const [plain = ''] = type.toLowerCase().split(';');
  return familyByType.get(plain.trim()) ?? (plain.startsWith('text/') ? 'text' : undefined);
};
function isPromised(family: Family, { name, contentType }: Told): boolean {
  const byName = familiesByEnding[endingOf(name)];
  if (byName) return byName.includes(family); // what a name and its bytes agree on, no header can put in question
  const told = contentType && familyOfTold(contentType);
  return !told || told === family;
}

/**
 * Whether a file is taken, by its first bytes, what their signature says (`sniffed`; nothing where there is none) and
 * what its name promises. The type that is answered is the one that it is served as.
 */
export function judge(bytes: Uint8Array, sniffed: string | undefined, told: Told): Judged {
  const { contentType, family } = sniffed ? ofSignature(sniffed) : textIn(bytes, told.name);
  if (!family || isRunnable(told.name)) return { taken: false, why: 'type_not_allowed', contentType };
  if (!isPromised(family, told)) return { taken: false, why: 'type_mismatch', contentType };
  return { taken: true, contentType, family };
}
