import { chinese } from './aliases/chinese.ts';
import { czech } from './aliases/czech.ts';
import { danish } from './aliases/danish.ts';
import { dutch } from './aliases/dutch.ts';
import { english } from './aliases/english.ts';
import { englishSales } from './aliases/english-sales.ts';
import { finnish } from './aliases/finnish.ts';
import { french } from './aliases/french.ts';
import { german } from './aliases/german.ts';
import { hungarian } from './aliases/hungarian.ts';
import { italian } from './aliases/italian.ts';
import { japanese } from './aliases/japanese.ts';
import { korean } from './aliases/korean.ts';
import { polish } from './aliases/polish.ts';
import { portuguese } from './aliases/portuguese.ts';
import { programs } from './aliases/programs.ts';
import { russian } from './aliases/russian.ts';
import { spanish } from './aliases/spanish.ts';
import { swedish } from './aliases/swedish.ts';
import { turkish } from './aliases/turkish.ts';
import { foldHeader } from './header.ts';
import type { ImportKind } from './import-fields.ts';
import type { Term } from './term.ts';
import { termsOfKind } from './terms-of-kind.ts';

const western = [english, englishSales, programs, german, french, spanish, italian, portuguese, dutch];
const others = [polish, swedish, danish, czech, finnish, turkish, hungarian, russian];
const tables = [...western, ...others, chinese, japanese, korean];

/** Fields by the folded headers that mean them. */
export type AliasIndex = ReadonlyMap<string, string>;

function indexOf(kind: ImportKind): AliasIndex {
  const index = new Map<string, string>();
  const add = (alias: string, field: string) => {
    const folded = foldHeader(alias);
    if (folded && !index.has(folded)) index.set(folded, field);
  };
  for (const [term, field] of Object.entries(termsOfKind[kind]))
    for (const table of tables) for (const alias of table[term as Term]?.split(', ') ?? []) add(alias, field);
  return index;
}

const indexes = new Map<ImportKind, AliasIndex>();
/** All aliases for a kind of record; built once, when it is first asked for. */
export function aliasesOf(kind: ImportKind): AliasIndex {
  const known = indexes.get(kind) ?? indexOf(kind);
  indexes.set(kind, known);
  return known;
}

let any: ReadonlySet<string> | undefined;
/** Whether a folded header means something of a record of any kind. */
export function isAliasOfAny(header: string): boolean {
  any ??= new Set(
    tables.flatMap((table) => Object.values(table).flatMap((list) => list.split(', ').map(foldHeader))),
  );
  return any.has(header);
}
