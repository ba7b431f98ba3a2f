import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { AppError, invalidField } from '../core/errors.ts';
import { idOf, newId } from '../core/ids.ts';
import { mergePatch } from '../core/patch.ts';
import { type Change, defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';

const fields = {
  name: z.string().trim().min(1).max(200),
  /** Who answers for the leads that write to it. */
  ownerId: idOf('user').optional(),
  /** In turn, instead of one owner. */
  roundRobin: z.array(idOf('user')).max(50).default([]),
  /** Whether a new lead's mail opens a deal in the default pipeline's first stage. */
  opensDeal: z.boolean().default(false),
  /** Put on new leads. */
  tags: z.array(z.string().trim().min(1).max(50)).max(20).default([]),
  /** The template that thanks a new lead; none where it is left out. */
  welcomeTemplateId: idOf('template').optional(),
};
const address = z
  .email()
  .max(254)
  .transform((text) => text.toLowerCase());

/** An address that people write to. What is sent to the domain's other addresses is skipped as `unknown_recipient`. */
export const Mailbox = z.object({ ...recordBase('mailbox'), address: z.string(), ...fields });
export type Mailbox = z.infer<typeof Mailbox>;
export const mailboxUnique = (addressKey: string) => ({ name: 'mailbox_address', value: addressKey });
export const mailboxRecord = defineRecord('mailbox', Mailbox, (mailbox) => [mailboxUnique(mailbox.address)]);
export const MailboxBody = Mailbox.omit({ workspaceId: true });

export const NewMailbox = z.strictObject({ address, ...fields });
export type NewMailbox = z.infer<typeof NewMailbox>;
/** RFC 7396: absent keeps, null clears, arrays replace. */
export const MailboxPatch = z.strictObject({
  address: address.optional(),
  name: fields.name.optional(),
  ownerId: idOf('user').nullish(),
  roundRobin: z.array(idOf('user')).max(50).optional(),
  opensDeal: z.boolean().optional(),
  tags: z.array(z.string().trim().min(1).max(50)).max(20).optional(),
  welcomeTemplateId: idOf('template').nullish(),
});
export type MailboxPatch = z.infer<typeof MailboxPatch>;

export const domainOf = (text: string) => text.slice(text.lastIndexOf('@') + 1).toLowerCase();

/** Throws `mail_domain_foreign`: mail to other domains never reaches this workspace. */
function assertOwnDomain(mailbox: { address: string }, isOurs: boolean): void {
  if (isOurs) return;
  const detail = `Mail to ${domainOf(mailbox.address)} does not reach this workspace.`;
  throw new AppError('invalid', 'mail_domain_foreign', detail, {
    errors: [{ pointer: '/address', code: 'mail_domain_foreign', detail }],
  });
}

function assertOneOwner({ ownerId, roundRobin }: Pick<Mailbox, 'ownerId' | 'roundRobin'>): void {
  if (ownerId === undefined || roundRobin.length === 0) return;
  throw invalidField(
    '/roundRobin',
    'owner_ambiguous',
    'A mailbox has one owner or several in turn, not both.',
  );
}

export function createMailbox(
  given: NewMailbox,
  isOurs: boolean,
  { actor, now }: Context,
  id = newId('mailbox', now),
): Kept<Mailbox> {
  assertOwnDomain(given, isOurs);
  assertOneOwner(given);
  const base = { id, workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  return { of: mailboxRecord, before: undefined, after: { ...given, ...base }, events: [] };
}

export function patchMailbox(
  mailbox: Mailbox,
  patch: MailboxPatch,
  isOurs: boolean,
  { now }: Context,
): Kept<Mailbox> {
  const after = nextVersion(mergePatch(mailbox, patch), {}, now);
  assertOwnDomain(after, isOurs);
  assertOneOwner(after);
  return { of: mailboxRecord, before: mailbox, after, events: [] };
}

export const deleteMailbox = (mailbox: Mailbox): Change<Mailbox> => ({
  of: mailboxRecord,
  before: mailbox,
  after: undefined,
  events: [],
});

/**
 * The forms under which a mailbox may be known that a recipient means: the address, and without a plus-tag
 * (RFC 5233: `sales+autumn@` is `sales@`).
 */
export function mailboxAddressesOf(recipient: string): string[] {
  const lower = recipient.trim().toLowerCase();
  const at = lower.lastIndexOf('@');
  const plus = lower.indexOf('+');
  return plus > 0 && plus < at ? [lower, lower.slice(0, plus) + lower.slice(at)] : [lower];
}
