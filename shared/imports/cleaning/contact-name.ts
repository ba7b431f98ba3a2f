import { nameCase } from './name-case.ts';
import { noteChange } from './notes.ts';
import { lineOf, type Row } from './row.ts';
import { type NameParts, splitName } from './split-name.ts';

const parts = ['prefix', 'firstName', 'middleName', 'lastName', 'suffix', 'nickname'] as const;

function cased(row: Row, field: 'firstName' | 'middleName' | 'lastName' | 'nickname'): string | undefined {
  const said = lineOf(row, field);
  if (said === undefined) return undefined;
  const name = nameCase(said, field === 'lastName' ? 'family' : 'other');
  noteChange(row.notes, field, said, name, 'A name is not written in capitals or small letters alone.');
  return name;
}

/** What stands in the fields of their own. */
const saidParts = (row: Row): NameParts => {
  const [prefix, firstName, middleName] = [
    lineOf(row, 'prefix', 40),
    cased(row, 'firstName'),
    cased(row, 'middleName'),
  ];
  const [lastName, suffix, nickname] = [
    cased(row, 'lastName'),
    lineOf(row, 'suffix', 40),
    cased(row, 'nickname'),
  ];
  const all = { prefix, firstName, middleName, lastName, suffix, nickname };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
};

function split(row: Row, whole: string): NameParts {
  const name = nameCase(whole);
  const found = splitName(name);
  const told = parts.flatMap((part) => (found[part] ? [`${part} ${found[part]}`] : [])).join(', ');
  noteChange(row.notes, 'fullName', whole, told, 'A whole name is kept in its parts.');
  return found;
}

/**
 * A contact's name in its parts. A whole name is split where neither first nor last name is said; a program that
 * has no name writes the e-mail address for it, which is none.
 */
export function nameOf(row: Row): NameParts {
  const said = saidParts(row);
  const whole = lineOf(row, 'fullName');
  if (said.firstName || said.lastName || !whole || whole.includes('@')) return said;
  return { ...split(row, whole), ...said };
}
