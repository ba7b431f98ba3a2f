import type { useTranslations } from 'use-intl';
import type { FilterDef, ValueDef } from '../../../fields/field-def.ts';
import type { RuledKind } from './definition.ts';

type Named = string | undefined;
/** What things are called in the workspace; undefined where it is not known, or not for the reader. */
export type Names = {
  template(id: string): Named;
  user(id: string): Named;
  segment(id: string): { name: string; of: RuledKind } | undefined;
  webhook(id: string): Named;
  form(id: string): Named;
  stage(id: string): Named;
  /** A field by the name that the API has for it. */
  field(kind: RuledKind, name: string): ValueDef | undefined;
  /** What a condition may ask. */
  filter(kind: RuledKind, path: string): FilterDef | undefined;
  day(on: string): string;
};
/** What sentences are made of: the catalogue's words in the reader's language, and what things are called. */
export type Say = {
  t: ReturnType<typeof useTranslations<'settings.rules.says'>>;
  operators: ReturnType<typeof useTranslations<'fields.operators'>>;
  moments: ReturnType<typeof useTranslations<'lists.moments'>>;
  locale: string;
  names: Names;
};

const lists = (locale: string, type: 'conjunction' | 'disjunction', all: readonly string[]) =>
  new Intl.ListFormat(locale, { type }).format(all);
export const allOf = ({ locale }: Say, all: readonly string[]): string => lists(locale, 'conjunction', all);
export const oneOf = ({ locale }: Say, all: readonly string[]): string => lists(locale, 'disjunction', all);
/** What stands where something is still to be chosen. */
export const unsaid = '…';
