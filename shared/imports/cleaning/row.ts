import { unguardedCell } from '../../core/cell-guard.ts';
import type { CleanContext } from './clean-context.ts';
import { cleanText, oneLine } from './clean-text.ts';
import { misreadText } from './misread-text.ts';
import { type Notes, noNotes, noteChange } from './notes.ts';
import { suggestSpelling } from './spelling.ts';

/** A row as it is read, field by field. */
export type Row = {
  said: ReadonlyMap<string, string>;
  context: CleanContext;
  notes: Notes;
};

/** A cell's text; one that went through a wrong encoding is put right, and it is said. What kept spreadsheets from reckoning goes. */
function saidIn(written: string, field: string, notes: Notes): string {
  const cell = unguardedCell(written);
  const text = cleanText(cell);
  const meant = cleanText(misreadText(cell) ?? cell);
  noteChange(notes, field, text, meant, 'The letters had been read in a wrong encoding.');
  return meant;
}

const mostReplaced = 500;
/** What a row says of a field, as a replacement has to say it; undefined where it says nothing, or more than one may. */
export function writtenIn(
  cells: readonly string[],
  mapping: readonly { column: number; field: string }[],
  field: string,
): string | undefined {
  const mapped = mapping.find((one) => one.field === field);
  const text = mapped && saidIn(cells[mapped.column] ?? '', field, noNotes());
  return text && text.length <= mostReplaced ? text : undefined;
}

/** A cell's text as it is said to be meant: all of it, or an address in it. */
function meantIn(text: string, field: string, { replaced }: CleanContext, notes: Notes): string {
  const pairs = [...(replaced?.get(field) ?? [])];
  const pair = pairs.find(
    ([from]) => from === text || from === oneLine(text) || (from.includes('@') && text.includes(from)),
  );
  if (!pair) return text;
  const [from, to] = pair;
  const meant = from.includes('@') ? text.replaceAll(from, to) : to;
  noteChange(notes, field, text, meant, 'So it was said to be meant.');
  return meant;
}

export function rowOf(
  cells: readonly string[],
  mapping: readonly { column: number; field: string }[],
  context: CleanContext,
): Row {
  const notes = noNotes();
  const said = mapping.flatMap(({ column, field }): [string, string][] => {
    const text = meantIn(saidIn(cells[column] ?? '', field, notes), field, context, notes);
    return text ? [[field, text]] : [];
  });
  return { said: new Map(said), context, notes };
}

/** An object of what is there: a create body says nothing of what it does not have. */
export const present = <T>(all: Record<string, T | undefined>): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter((entry): entry is [string, T] => entry[1] !== undefined));
export const presentList = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length > 0 ? list : undefined;

/** Notes what could not be read. */
export function fault({ notes }: Row, field: string, code: string, detail: string): undefined {
  notes.faults.push({ field, code, detail });
  return undefined;
}

function spellingOf(row: Row, field: string, text: string, known: readonly string[] | undefined): void {
  const found = known && suggestSpelling(text, known);
  if (found) row.notes.suggestions.push({ field, from: text, ...found });
}

/** A field as a line of text; longer ones are cut, and it is said. What is nearly known is asked about. */
export function lineOf(
  row: Row,
  field: string,
  most = 200,
  known: readonly string[] | undefined = row.context.known?.[field],
): string | undefined {
  const said = row.said.get(field);
  if (said === undefined) return undefined;
  const text = oneLine(said);
  const kept = [...text].slice(0, most).join('').trim();
  noteChange(row.notes, field, text, kept, `At most ${most} characters.`);
  spellingOf(row, field, kept, known);
  return kept;
}

/** A field as a text of several lines. */
export function textOf(row: Row, field: string, most: number): string | undefined {
  const said = row.said.get(field);
  if (said === undefined) return undefined;
  const kept = said.slice(0, most).toWellFormed().trim();
  noteChange(row.notes, field, said, kept, `At most ${most} characters.`);
  return kept;
}

const between = /\s*(?::::|[;,|\n])\s*/;
/** Words of a list in one cell, each once; Google's groups begin with a star. */
export function wordsOf(row: Row, field: string, most = 50): readonly string[] | undefined {
  const words = (row.said.get(field) ?? '')
    .split(between)
    .map((word) =>
      word
        .replace(/^\*\s*/, '')
        .trim()
        .slice(0, most),
    )
    .filter(Boolean);
  return presentList([...new Set(words)].slice(0, 50));
}
