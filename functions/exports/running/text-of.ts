import { stringify } from 'csv-stringify/sync';
import type { Actor } from '../../../shared/core/actor.ts';
import { csvSettings } from '../../../shared/core/csv-settings.ts';
import type { Cell, Column } from '../../../shared/exports/columns/column.ts';
import { type Body, columnsOf, rowsOf } from '../../../shared/exports/columns/columns-of-kind.ts';
import { isImportedHeader } from '../../../shared/exports/columns/imported-header.ts';
import type { ListExport } from '../../../shared/exports/data-export.ts';
import { aroundFor } from './around.ts';

/** How records become a file's text: what it begins with, and what each page of them is. */
export type Text = { head: string; of: (bodies: readonly Body[]) => Promise<string> };

const cellText = (cell: Cell) => (cell === undefined ? '' : String(cell));
const lines = (rows: readonly string[][]) => stringify([...rows], csvSettings);

function csvOf(one: ListExport, actor: Actor, columns: readonly Column<Body>[]): Text {
  const around = aroundFor(actor, one.timeZone);
  const start = one.byteOrderMark ? '\uFEFF' : '';
  return {
    head: start + lines([columns.map(({ header }) => header)]),
    of: async (bodies) => {
      if (bodies.length === 0) return '';
      const known = await around(bodies);
      const rows = bodies.flatMap((body) => rowsOf(one.kind, body));
      return lines(rows.map((row) => columns.map(({ cell }) => cellText(cell(row, known)))));
    },
  };
}

/** Some fields of a record, with its id; of the workspace's own those that are named. */
function chosen(body: Body, names: readonly string[]): Body {
  const own = names.flatMap((name) => (name.startsWith('custom.') ? [name.slice('custom.'.length)] : []));
  const heads = new Set(['id', ...names.map((name) => name.split('.')[0])]);
  const kept = Object.fromEntries(Object.entries(body).filter(([name]) => heads.has(name)));
  if (own.length === 0 || names.includes('custom') || !body.custom) return kept;
  const custom = Object.entries(body.custom).filter(([key]) => own.includes(key));
  return { ...kept, custom: Object.fromEntries(custom) };
}

/** JSON Lines (jsonlines.org). */
const jsonlOf = ({ columns }: ListExport): Text => ({
  head: '',
  of: async (bodies) =>
    bodies.map((body) => `${JSON.stringify(columns ? chosen(body, columns) : body)}\n`).join(''),
});

export function textFor(one: ListExport, actor: Actor): Text {
  if (one.format === 'jsonl') return jsonlOf(one);
  return csvOf(one, actor, columnsOf(one.kind, one.ownFields, one.columns, isImportedHeader));
}
