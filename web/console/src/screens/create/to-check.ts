import { type FieldDef, isEmpty } from '../../fields/field-def.ts';
import type { MatchKind } from '../duplicates/likeness.ts';
import { bodyOf } from './create-fields.ts';
import type { Values } from './draft.ts';

/** The fields by which records are compared (docs/duplicates.md). */
const compared: Record<MatchKind, readonly string[]> = {
  contact: ['firstName', 'lastName', 'emails', 'phones', 'birthday', 'company', 'addresses'],
  company: ['name', 'domains', 'website', 'phones', 'addresses'],
};
const names: Record<MatchKind, readonly string[]> = { contact: ['firstName', 'lastName'], company: ['name'] };
const isAddress = (text: unknown) => typeof text === 'string' && /^\S+@\S+\.\S+$/.test(text);

/** Without e-mail addresses that are not typed to their end. */
function whole(values: Values): Values {
  const emails = Array.isArray(values.emails) ? (values.emails as { address?: string }[]) : [];
  return { ...values, emails: emails.filter(({ address }) => isAddress(address)) };
}

/**
 * What of a form is worth asking whether it is there already: a name and one more thing, or an e-mail address; of a company its name. Undefined where it is
 * not.
 */
export function toCheck(kind: MatchKind, fields: readonly FieldDef[], values: Values): Values | undefined {
  const body = bodyOf(
    fields.filter(({ name }) => compared[kind].includes(name)),
    whole(values),
  );
  const given = Object.keys(body);
  const isNamed = names[kind].some((name) => !isEmpty(body[name]));
  if (kind === 'company') return isNamed ? body : undefined;
  return body.emails || (isNamed && given.length > 1) ? body : undefined;
}
