import type { NewTemplate, Template, TemplatePatch } from '../../../../../client/src/index.ts';
import type { Saved } from '../parts/draft.ts';

/** A template as it is edited: without HTML of its own its text makes it. */
export type Values = { name: string; subject: string; text: string; html: string; marketing: boolean };
export const nothing: Values = { name: '', subject: '', text: '', html: '', marketing: false };

export const savedOf = ({ version, name, subject, text, html = '', marketing }: Template): Saved<Values> => ({
  version,
  values: { name, subject, text, html, marketing },
});
export const newOf = ({ html, ...values }: Values): NewTemplate => ({
  ...values,
  ...(html.trim() && { html }),
});
/** RFC 7396: without HTML it is made of the text again. */
export const patchOf = ({ html, ...changes }: Partial<Values>): TemplatePatch => ({
  ...changes,
  ...(html !== undefined && { html: html.trim() ? html : null }),
});

/** Where blanks may stand. */
export type Filled = 'subject' | 'text' | 'html';
export type Selection = { start: number; end: number };

/** A text with a blank in the place of what is selected, and where the cursor is then. */
export function withBlank(text: string, { start, end }: Selection, blank: string) {
  const [from, to] = [Math.min(start, text.length), Math.min(Math.max(start, end), text.length)];
  return { text: text.slice(0, from) + blank + text.slice(to), at: from + blank.length };
}

/** What would end a blank or begin its fallback cannot stand in the fallback. */
const plain = (text: string) => text.replace(/[{}|]/g, '').trim();
/** A blank as it is written: `{{contact.firstName|there}}` says what stands where nothing is known. */
export function blankOf(field: string, fallback: string): string {
  const otherwise = plain(fallback);
  return `{{${field}${otherwise && `|${otherwise}`}}}`;
}

/** What a template may name; each is filled in from who the mail is to. */
export const blanks = [
  'contact.firstName',
  'contact.lastName',
  'contact.company',
  'contact.email',
  'deal.name',
  'form.name',
  'owner.name',
  'workspace.name',
] as const;
export type Blank = (typeof blanks)[number];
type WordOf<B extends string> = B extends `${infer Of}.${infer Name}` ? `${Of}_${Name}` : never;
/** A blank's name in the catalogue, where a dot would be a level of its own. */
export const wordOf = (blank: Blank) => blank.replace('.', '_') as WordOf<Blank>;

type Users = { kind: 'form' | 'mailbox'; id: string; name: string };
type Naming = { id: string; name: string; welcomeTemplateId?: string };
/** What names a template, and would send nothing without it. */
export const namedBy = (
  templateId: string,
  forms: readonly Naming[],
  mailboxes: readonly Naming[],
): Users[] => {
  const those = (kind: 'form' | 'mailbox', all: readonly Naming[]) =>
    all
      .filter(({ welcomeTemplateId }) => welcomeTemplateId === templateId)
      .map(({ id, name }): Users => ({ kind, id, name }));
  return [...those('form', forms), ...those('mailbox', mailboxes)];
};
