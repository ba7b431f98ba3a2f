import { escaped } from '../mail/public-page.ts';
import { figureWord } from './figure-words.ts';
import type { TileFigures } from './tile-figures.ts';

type Language = 'en' | 'de';
/** A tile as its reader may see it, or why there is none. */
export type MailTile = { title: string; figures: TileFigures } | { title: string; refused: string };
export type DashboardMail = { name: string; url: string; stopUrl: string; tiles: readonly MailTile[] };

/** How many lines of each tile are shown: fewer where with more of them the mail would not fit into an item of the table. */
const mostLines = [15, 5, 1];
const mostBytes = 300_000;
const words = {
  en: {
    of: 'Of',
    whole: 'In all',
    none: 'Not said',
    nothing: 'There is nothing in this period.',
    more: (count: number) => `… and ${count} more`,
    look: 'Look at it in Rapport',
    stop: 'Have it mailed to you no more',
    empty: 'Nothing is on this dashboard.',
    locale: 'en-GB',
  },
  de: {
    of: 'Von',
    whole: 'Insgesamt',
    none: 'Nicht gesagt',
    nothing: 'In diesem Zeitraum gibt es nichts.',
    more: (count: number) => `… und ${count} weitere`,
    look: 'In Rapport ansehen',
    stop: 'Nicht mehr zuschicken',
    empty: 'Auf diesem Dashboard steht nichts.',
    locale: 'de-DE',
  },
};

type Kind = TileFigures['columns'][number]['kind'];
type Cell = TileFigures['lines'][number]['cells'][number];
function cellText(kind: Kind, cell: Cell | undefined, locale: string): string {
  if (cell === null || cell === undefined) return '–';
  if (typeof cell === 'string') return cell;
  const share = (part: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(part);
  const money = (cents: number, currency: string) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency }).format(cents / 100);
  if (typeof cell === 'number')
    return kind === 'share'
      ? share(cell)
      : new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(cell);
  const sums = Object.entries(cell).map(([currency, sum]) =>
    kind === 'money' ? money(sum, currency) : `${share(sum)} ${currency}`,
  );
  return sums.join(' + ') || '–';
}

type Table = { title: string; head: string[]; rows: string[][]; note: string | undefined };
function tableOf(tile: MailTile, language: Language, most: number): Table {
  const said = words[language];
  if ('refused' in tile) return { title: tile.title, head: [], rows: [], note: tile.refused };
  const { columns, lines, more, part } = tile.figures;
  const shown = lines.slice(0, most);
  const rest = lines.length - shown.length + more;
  const unnamed = part === 'whole' ? said.whole : said.none;
  return {
    title: tile.title,
    head: [said.of, ...columns.map(({ name }) => figureWord(name, language))],
    rows: shown.map(({ name, cells }) => [
      name ?? unnamed,
      ...columns.map(({ kind }, n) => cellText(kind, cells[n], said.locale)),
    ]),
    note: lines.length === 0 ? said.nothing : rest > 0 ? said.more(rest) : undefined,
  };
}

const plainTable = ({ title, head, rows, note }: Table): string =>
  [
    title,
    ...(rows.length > 0 ? [head, ...rows].map((cells) => `- ${cells.join(' | ')}`) : []),
    ...(note ? [note] : []),
  ].join('\n');

const cellStyle = 'padding:4px 12px 4px 0;border-bottom:1px solid #ddd;text-align:';
const htmlRow = (tag: 'th' | 'td', cells: readonly string[]) =>
  `<tr>${cells
    .map((cell, n) => `<${tag} style="${cellStyle}${n === 0 ? 'left' : 'right'}">${escaped(cell)}</${tag}>`)
    .join('')}</tr>`;
const htmlTable = ({ title, head, rows, note }: Table): string =>
  [
    `<h2 style="font-size:16px">${escaped(title)}</h2>`,
    ...(rows.length > 0
      ? [
          `<table style="border-collapse:collapse">${htmlRow('th', head)}${rows.map((row) => htmlRow('td', row)).join('')}</table>`,
        ]
      : []),
    ...(note ? [`<p>${escaped(note)}</p>`] : []),
  ].join('\n');

function mailText(
  { name, url, stopUrl, tiles }: DashboardMail,
  day: string,
  language: Language,
  most: number,
) {
  const said = words[language];
  const date = new Intl.DateTimeFormat(said.locale, { dateStyle: 'long', timeZone: 'UTC' });
  const tables = tiles.map((tile) => tableOf(tile, language, most));
  const links = [`${said.look}: ${url}`, `${said.stop}: ${stopUrl}`];
  const anchor = (to: string, text: string) => `<p><a href="${escaped(to)}">${escaped(text)}</a></p>`;
  const none = tables.length === 0 ? [said.empty] : [];
  return {
    subject: `${name}, ${date.format(new Date(`${day}T00:00:00.000Z`))}`,
    text: [...tables.map(plainTable), ...none, links.join('\n')].join('\n\n'),
    html: [
      `<h1 style="font-size:20px">${escaped(name)}</h1>`,
      ...tables.map(htmlTable),
      ...none.map((text) => `<p>${text}</p>`),
      anchor(url, said.look),
      anchor(stopUrl, said.stop),
    ].join('\n'),
  };
}

/** The mail of a dashboard in its reader's language: words and tables, no pictures. `day` is the day there (ISO 8601). */
export function dashboardMailText(
  mail: DashboardMail,
  day: string,
  language: Language,
  [most = 1, ...fewer] = mostLines,
): ReturnType<typeof mailText> {
  const said = mailText(mail, day, language, most);
  const fits = Buffer.byteLength(said.text + said.html) <= mostBytes;
  return fits || fewer.length === 0 ? said : dashboardMailText(mail, day, language, fewer);
}
