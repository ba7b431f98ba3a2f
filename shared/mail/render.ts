import Mustache from 'mustache';
import { clip } from '../core/text.ts';
import { mergeFields } from './merge-field-names.ts';
import {
  isMergeField,
  type MergeBlock,
  type MergeField,
  type MergeValues,
  mergeValue,
} from './merge-fields.ts';

/** A part of a template: words as they are, or a blank with what stands there when nothing is known. */
type Blank = { field: MergeField; fallback: string };
type Piece = { words: string } | Blank;
export type Fault = { code: string; detail: string };
type Token = [kind: string, value: string, start: number, end: number];

const mostBlanks = 50;
Mustache.templateCache = undefined; // it would keep every text that was ever looked at

function tokensOf(template: string): Token[] | Fault {
  try {
    return Mustache.parse(template) as unknown as Token[];
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'It cannot be read.';
    return { code: 'template_malformed', detail: reason };
  }
}

function pieceOf([kind, value]: Token): Piece | Fault {
  if (kind === 'text') return { words: value };
  if (kind === '!') return { words: '' };
  if (kind !== 'name') {
    return {
      code: 'template_tag_unsupported',
      detail: `A template has blanks like {{contact.firstName}} and nothing else; "${value}" is another kind of tag.`,
    };
  }
  const bar = value.indexOf('|');
  const field = (bar < 0 ? value : value.slice(0, bar)).trim();
  const fallback = bar < 0 ? '' : value.slice(bar + 1).trim();
  if (isMergeField(field)) return { field, fallback };
  const detail = `There is no field "${field}". There are: ${mergeFields.join(', ')}, and custom fields like contact.custom.plan and deal.custom.plan.`;
  return { code: 'merge_field_unknown', detail };
}

const isFault = (one: Piece | Fault): one is Fault => 'code' in one;
const isPiece = (one: Piece | Fault): one is Piece => !isFault(one);

/**
 * A template's text in pieces, and what is wrong with it. The syntax is mustache's (mustache.github.io/mustache.5.html)
 * without sections, partials, changed delimiters and unescaped tags; `{{contact.firstName|there}}` says what stands where
 * the field is empty.
 */
export function piecesOf(template: string): { pieces: Piece[]; faults: Fault[] } {
  const tokens = tokensOf(template);
  if (!Array.isArray(tokens)) return { pieces: [], faults: [tokens] };
  const all = tokens.map(pieceOf);
  const pieces = all.filter(isPiece);
  const blanks = pieces.filter((piece) => 'field' in piece).length;
  const tooMany = { code: 'template_too_many_fields', detail: `It has at most ${mostBlanks} blanks.` };
  return { pieces, faults: [...all.filter(isFault), ...(blanks > mostBlanks ? [tooMany] : [])] };
}

type Place = keyof MergeBlock | 'line';
/** A block has no place in a line. */
const blockIn = (place: Place, block: MergeBlock) => (place === 'line' ? undefined : block[place]);
function valueIn(place: Place, { field, fallback }: Blank, values: MergeValues): string {
  const value = values[field];
  const escaped = place === 'html' ? Mustache.escape : asItIs;
  if (typeof value === 'object') return blockIn(place, value) ?? escaped(fallback);
  return escaped(mergeValue(field, value) || fallback);
}
const asItIs = (text: string) => text;
const filled = (template: string, values: MergeValues, place: Place) =>
  piecesOf(template)
    .pieces.map((piece) => ('words' in piece ? piece.words : valueIn(place, piece, values)))
    .join('');

/** The fields that a text names. */
export const fieldsIn = (template: string): MergeField[] =>
  piecesOf(template).pieces.flatMap((piece) => ('field' in piece ? [piece.field] : []));

const isEmpty = ({ field, fallback }: Blank, values: MergeValues) => {
  const value = values[field];
  return typeof value !== 'object' && !mergeValue(field, value) && !fallback;
};
/** The blanks of a text for which there is neither a value nor what stands there without one, each once. */
export function missingIn(template: string, values: MergeValues): MergeField[] {
  const empty = piecesOf(template).pieces.flatMap((piece) =>
    'field' in piece && isEmpty(piece, values) ? [piece.field] : [],
  );
  return [...new Set(empty)];
}

/** A header is one line (RFC 5322, 2.2): whatever would end it becomes a space. */
export const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();

const link = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)]/g;
const withLinks = (line: string): string => {
  const parts = [...line.matchAll(link)].map(({ 0: url, index }) => ({ url, at: index }));
  let done = 0;
  const html = parts.map(({ url, at }) => {
    const before = Mustache.escape(line.slice(done, at));
    done = at + url.length;
    return `${before}<a href="${Mustache.escape(url)}">${Mustache.escape(url)}</a>`;
  });
  return html.join('') + Mustache.escape(line.slice(done));
};

type AsHtml = { hasLinks?: boolean };
/**
 * Plain text as HTML: empty lines part paragraphs, web addresses become links, all else is escaped. Without links: text in which strangers
 * are named, whom a form lets call themselves what they like.
 */
export const htmlOfText = (text: string, { hasLinks = true }: AsHtml = {}): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map(
      (paragraph) =>
        `<p>${paragraph
          .trim()
          .split('\n')
          .map(hasLinks ? withLinks : Mustache.escape)
          .join('<br>\n')}</p>`,
    )
    .join('\n');

/** Puts a piece of HTML before the end of a document, or behind a part of one. */
export function withHtmlEnd(html: string, end: string): string {
  const at = html.search(/<\/body\s*>/i);
  return at < 0 ? `${html}\n${end}` : html.slice(0, at) + end + html.slice(at);
}

export type Rendered = { subject: string; text: string; html: string };
const mostSubjectLength = 500;

/** A mail from a template. Values are escaped in HTML and never end the subject's line; without `html` the text makes it. */
export function renderMail(
  template: { subject: string; text: string; html?: string | undefined },
  values: MergeValues,
): Rendered {
  const text = filled(template.text, values, 'text');
  const html = template.html === undefined ? htmlOfText(text) : filled(template.html, values, 'html');
  return {
    subject: clip(oneLine(filled(template.subject, values, 'line')), mostSubjectLength),
    text,
    html,
  };
}
