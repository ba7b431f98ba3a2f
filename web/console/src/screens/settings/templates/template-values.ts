import { mergeFields } from '../../../../../../shared/mail/merge-field-names.ts';
import type { NewTemplate, Template, TemplatePatch } from '../../../../../client/src/index.ts';
import type { Saved } from '../parts/draft.ts';
import type { Step } from '../rules/definition.ts';
import { type Placed, placedSteps } from '../rules/steps.ts';

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
/** What a template may name; each is filled in from who the mail is to. */
export const blanks = mergeFields;
export type Blank = (typeof blanks)[number];
type WordOf<B extends string> = B extends `${infer Of}.${infer Name}` ? `${Of}_${Name}` : never;
/** A blank's name in the catalogue, where a dot would be a level of its own. */
export const wordOf = (blank: Blank) => blank.replace('.', '_') as WordOf<Blank>;

type Kind = 'form' | 'mailbox' | 'rule';
type User = { kind: Kind; id: string; name: string };
type Named = { id: string; name: string };
type Naming = Named & { welcomeTemplateId?: string };
type Acting = Named & { draft: { steps: readonly Step[] } };
/** What names a template, and would send nothing without it. */
export function namedBy(
  templateId: string,
  {
    forms,
    mailboxes,
    rules,
  }: { forms: readonly Naming[]; mailboxes: readonly Naming[]; rules: readonly Acting[] },
): User[] {
  const isWelcome = ({ welcomeTemplateId }: Naming) => welcomeTemplateId === templateId;
  const isSent = ({ step }: Placed) =>
    step.do === 'send_mail' && typeof step.template === 'object' && step.template.id === templateId;
  const as = (kind: Kind, all: readonly Named[]) => all.map(({ id, name }): User => ({ kind, id, name }));
  return [
    ...as('form', forms.filter(isWelcome)),
    ...as('mailbox', mailboxes.filter(isWelcome)),
    ...as(
      'rule',
      rules.filter(({ draft }) => placedSteps(draft.steps).some(isSent)),
    ),
  ];
}
