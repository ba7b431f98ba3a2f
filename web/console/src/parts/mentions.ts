import { mentionToken } from '../../../../shared/activities/mention-token.ts';

/** Whom a text may mention: their label stands behind the @, no two people have the same. */
export type Mentionable = { id: string; label: string };
type Known = { id: string; name: string; email?: string; status?: string };

const plain = (name: string) =>
  name
    .replace(/[[\]\n]/g, ' ')
    .trim()
    .slice(0, 200);

/** Everybody by name; of those who are called the same the address tells which. */
export function mentionable(users: readonly Known[]): Mentionable[] {
  const counts = Map.groupBy(users, ({ name }) => plain(name));
  return users
    .filter(({ name, status }) => plain(name) && status !== 'deactivated')
    .map(({ id, name, email }) => {
      const isOne = counts.get(plain(name))?.length === 1;
      return { id, label: isOne || !email ? plain(name) : plain(`${name} (${email})`) };
    });
}

const mentionedIn = (text: string): Mentionable[] =>
  [...text.matchAll(mentionToken)].map(([, label = '', id = '']) => ({ id, label }));

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/**
 * A text as the API reads it: each `@` with somebody's label becomes a mention. `before` is what it was edited from: who was mentioned there stays so,
 * whatever they are called by now.
 */
export function keptOf(written: string, people: readonly Mentionable[], before = ''): string {
  const ids = new Map([...mentionedIn(before), ...people].map(({ label, id }) => [label, id]));
  if (ids.size === 0) return written;
  const labels = [...ids.keys()].toSorted((a, b) => b.length - a.length).map(escaped);
  const named = new RegExp(`(?<![\\p{L}\\p{N}])@(${labels.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return written.replace(named, (whole, label: string) => {
    const id = ids.get(label);
    return id ? `@[${label}](${id})` : whole;
  });
}

/** What stands between the `@` before the cursor and the cursor; undefined where nobody is being named. */
export function askedAt(text: string, cursor: number): string | undefined {
  const before = text.slice(0, cursor);
  return /(?:^|[^\p{L}\p{N}])@((?:[\p{L}\p{N}.'’-]+ ?){0,3})$/u.exec(before)?.[1];
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const mostOffered = 6;
/** Whose name has words that begin with what was typed, in the order in which they stand. */
export function offered(people: readonly Mentionable[], asked: string): Mentionable[] {
  const typed = folded(asked).trimStart();
  const fits = ({ label }: Mentionable) => ` ${folded(label)}`.includes(` ${typed}`);
  return people.filter(fits).slice(0, mostOffered);
}

/** The text with somebody named at the cursor, and where the cursor is then. */
export function withNamed(text: string, cursor: number, label: string): { text: string; cursor: number } {
  const asked = askedAt(text, cursor) ?? '';
  const start = text.slice(0, cursor - asked.length);
  const end = text.slice(cursor).replace(/^ /, '');
  return { text: `${start}${label} ${end}`, cursor: start.length + label.length + 1 };
}

/** `at` is where it begins. */
export type Piece = { at: number; text: string; userId?: string };
/** A text in pieces, of which some are people. */
export function piecesOf(kept: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of kept.matchAll(mentionToken)) {
    const [whole, label = '', userId = ''] = match;
    pieces.push({ at, text: kept.slice(at, match.index) }, { at: match.index, text: `@${label}`, userId });
    at = match.index + whole.length;
  }
  return [...pieces, { at, text: kept.slice(at) }].filter(({ text }) => text !== '');
}
