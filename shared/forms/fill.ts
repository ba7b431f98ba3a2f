import { type Contact, createContact, NewContact, patchContact, type Source } from '../contacts/contact.ts';
import type { Context } from '../core/actor.ts';
import type { Kept } from '../core/record.ts';
import type { EmailFolding } from '../workspaces/workspace.ts';
import type { Form } from './form.ts';
import { type FormField, textTargets } from './form-field.ts';
import { asOne, type Values } from './posted.ts';

/** What a form can say: no money. */
type CustomValue = Exclude<Contact['custom'][string], { amountCents: number }>;
/** By target: what a submission would put on its contact. `phone` is E.164; one that is no number is left out. */
export type Wanted = Record<string, CustomValue>;
export type Filled = {
  contact: Contact;
  /** Undefined where there is nothing to write. */
  change: Kept<Contact> | undefined;
  /** By target: what the contact has otherwise, for a person to accept. */
  differing: Wanted;
};

const mostCustomBytes = 32_000; // as `createContact` holds it
const mostTags = 50;

function typed({ type, target }: FormField, value: string | string[]): CustomValue {
  if (!target.startsWith('custom.')) return asOne(value);
  if (Array.isArray(value)) return value;
  if (type === 'number') return Number(value);
  return type === 'checkbox' && ['on', 'true', '1', 'yes'].includes(value.toLowerCase()) ? true : value;
}

/** A value by a name that somebody chose, who may have chosen `constructor`. */
export const own = <T>(values: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined;

/** The values by what they fill; the message is the submission's own. */
export const wantedOf = ({ fields }: Pick<Form, 'fields'>, values: Values): Wanted =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = own(values, field.name);
      return value === undefined || field.target === 'message' ? [] : [[field.target, typed(field, value)]];
    }),
  );

const customOf = (target: string) =>
  target.startsWith('custom.') ? target.slice('custom.'.length) : undefined;
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What the contact has at a target; undefined where it is empty. */
function heldAt(contact: Contact, target: string): unknown {
  const custom = customOf(target);
  if (custom) return own(contact.custom, custom);
  if (target === 'phone') return contact.phones[0]?.number;
  if (target === 'email') return contact.emails[0]?.address;
  return contact[target as (typeof textTargets)[number]];
}

const has = (contact: Contact, target: string, value: CustomValue) =>
  target === 'email' || // the contact was found by it
  (target === 'phone' && contact.phones.some(({ number }) => number === value)) ||
  same(heldAt(contact, target), value);

/** The values at their targets as fields of a contact. */
export function fieldsOf(wanted: Wanted) {
  const at = (target: string) => own(wanted, target) as string | undefined;
  const custom = Object.entries(wanted).flatMap(([target, value]) => {
    const name = customOf(target);
    return name ? [[name, value]] : [];
  });
  return {
    ...Object.fromEntries(textTargets.flatMap((target) => (at(target) ? [[target, at(target)]] : []))),
    ...(at('phone') && { phones: [{ number: at('phone') as string }] }),
    ...(custom.length > 0 && { custom: Object.fromEntries(custom) as Contact['custom'] }),
  };
}

/** As many custom values as a contact has room for beside those that it has; the rest stays on the submission. */
function thatFit(wanted: Wanted, custom: Contact['custom']): Wanted {
  let bytes = Buffer.byteLength(JSON.stringify(custom));
  return Object.fromEntries(
    Object.entries(wanted).filter(([target, value]) => {
      const name = customOf(target);
      if (!name) return true;
      const more = Buffer.byteLength(JSON.stringify({ [name]: value }));
      if (bytes + more > mostCustomBytes) return false;
      bytes += more;
      return true;
    }),
  );
}

const without = (all: Wanted, some: Wanted): Wanted =>
  Object.fromEntries(Object.entries(all).filter(([target]) => !Object.hasOwn(some, target)));

type Ground = { form: Form; folding: EmailFolding; source: Source; ownerId: string | undefined };

function added({ form, folding, source, ownerId }: Ground, wanted: Wanted, by: Context): Filled {
  const fitting = thatFit(wanted, {});
  // The address is what the form has let in, which is more than the API lets a person type: `jörg@müller.de` is a lead.
  const emails = wanted.email ? [{ address: wanted.email as string }] : [];
  const given = { ...NewContact.parse({ ...fieldsOf(fitting), ownerId, tags: form.tags }), emails };
  const change = createContact(given, folding, by, { source });
  return { contact: change.after, change, differing: without(wanted, fitting) };
}

function completed({ form, folding, ownerId }: Ground, old: Contact, wanted: Wanted, by: Context): Filled {
  const news = Object.fromEntries(
    Object.entries(wanted).filter(([target, value]) => !has(old, target, value)),
  );
  const empty = Object.fromEntries(
    Object.entries(news).filter(([target]) => heldAt(old, target) === undefined),
  );
  const fills = thatFit(empty, old.custom);
  const tags = [...new Set([...old.tags, ...form.tags])].slice(0, Math.max(mostTags, old.tags.length));
  const patch = {
    ...fieldsOf(fills),
    ...(tags.length > old.tags.length && { tags }),
    ...(ownerId && !old.ownerId && { ownerId }),
  };
  const differing = without(news, fills);
  if (Object.keys(patch).length === 0) return { contact: old, change: undefined, differing };
  const change = patchContact(old, patch, folding, by);
  return { contact: change.after, change, differing };
}

/**
 * The contact that a submission makes, or completes: a public form fills only what is empty, since anybody can write
 * anybody's address into it. The form's own tags and owner are added as well.
 */
export const fillContact = (ground: Ground, old: Contact | undefined, wanted: Wanted, by: Context): Filled =>
  old ? completed(ground, old, wanted, by) : added(ground, wanted, by);
