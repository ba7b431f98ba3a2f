import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { idOf, newId } from '../core/ids.ts';
import { Instant } from '../core/instant.ts';
import { mergePatch } from '../core/patch.ts';
import { personal } from '../core/personal.ts';
import { maskOf } from '../core/policy.ts';
import { defineOwned, governedBase, type Kept, nextVersion } from '../core/record.ts';
import { distinctFolded } from '../core/text.ts';
import { commonFields, commonPatch, commonUnique, keptFields } from '../records/common-fields.ts';

export const TicketStatus = z.enum(['open', 'pending', 'solved', 'closed']);
type TicketStatus = z.infer<typeof TicketStatus>;
/** The most urgent first, as tickets are worked off. */
const priorities = ['urgent', 'high', 'normal', 'low'] as const;

const firstResponse =
  'When the customer was first answered: the moment that it was open no more, unless it is set.';
const fields = {
  subject: personal(z.string().trim().min(1).max(300), '(erased)'),
  description: personal(z.string().trim().max(20_000).optional()),
  contactId: idOf('contact').optional(),
  companyId: idOf('company').optional(),
  dealId: idOf('deal').optional(),
  status: TicketStatus.default('open').describe(
    '`pending`: the customer is to answer. `solved`: they were told so. `closed`: it is over.',
  ),
  priority: z.enum(priorities).default('normal'),
  channel: z.enum(['email', 'phone', 'web', 'chat', 'api']).default('api').describe('How it came in.'),
  firstResponseAt: z.iso.datetime().optional().describe(firstResponse),
};

export const Ticket = z.object({
  ...governedBase('ticket'),
  ...fields,
  ...commonFields,
  ...keptFields,
  solvedAt: z.iso.datetime().optional(),
  closedAt: z.iso.datetime().optional(),
  reopened: z.int().nonnegative().default(0).describe('How often it was open again after it was solved.'),
  /** What named a person was taken out then. */
  erasedAt: z.iso.datetime().optional(),
});
export type Ticket = z.infer<typeof Ticket>;
export const ticketRecord = defineOwned(
  'ticket',
  Ticket,
  ({ ownerId }) => ownerId,
  (ticket) => commonUnique('ticket', ticket),
);
export const TicketBody = Ticket.omit({ workspaceId: true, customKeys: true }).partial(maskOf('ticket'));

const given = { firstResponseAt: Instant.optional().describe(firstResponse) };
export const NewTicket = z.strictObject({ ...fields, ...given, ...commonFields });
export type NewTicket = z.infer<typeof NewTicket>;
export const TicketPatch = z.strictObject({
  subject: fields.subject.optional(),
  description: fields.description.nullable(),
  contactId: fields.contactId.nullable(),
  companyId: fields.companyId.nullable(),
  dealId: fields.dealId.nullable(),
  status: TicketStatus.optional(),
  priority: fields.priority.unwrap().optional(),
  channel: fields.channel.unwrap().optional(),
  firstResponseAt: given.firstResponseAt.nullable(),
  ...commonPatch,
});
export type TicketPatch = z.infer<typeof TicketPatch>;

const isDone = (status: TicketStatus) => status === 'solved' || status === 'closed';

/** A ticket's times as its status came to be: what was solved and is open again has no end any more. */
function timed(before: Ticket | undefined, after: Ticket, now: string): Ticket {
  if (before?.status === after.status) return after;
  const { solvedAt, closedAt, ...rest } = after;
  const answered = { firstResponseAt: rest.firstResponseAt ?? now };
  if (isDone(after.status)) {
    const closed = after.status === 'closed' ? { closedAt: now } : {};
    return { ...rest, ...answered, solvedAt: solvedAt ?? now, ...closed };
  }
  const reopened = rest.reopened + (before && isDone(before.status) ? 1 : 0);
  return { ...rest, ...(after.status === 'pending' && answered), reopened };
}
/** Whether somebody waits for us, or we for them, with something that matters much to them. */
export const isPressing = ({ status, priority }: Ticket) =>
  !isDone(status) && (priority === 'urgent' || priority === 'high');
const sound = (ticket: Ticket): Ticket => ({ ...ticket, tags: distinctFolded(ticket.tags) });

export function createTicket(given: NewTicket, { actor, now }: Context): Kept<Ticket> {
  const base = { workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  const made: Ticket = sound({ ...given, reopened: 0, ...base, id: newId('ticket', now) });
  return { of: ticketRecord, before: undefined, after: timed(undefined, made, now), events: [] };
}

export function patchTicket(ticket: Ticket, patch: TicketPatch, { now }: Context): Kept<Ticket> {
  const after = nextVersion(timed(ticket, sound(mergePatch(ticket, patch)), now), {}, now);
  return { of: ticketRecord, before: ticket, after, events: [] };
}

/** Where a ticket stands among others: the more urgent first, of one urgency the older. */
export const urgencyKey = ({ priority, createdAt }: Pick<Ticket, 'priority' | 'createdAt'>) =>
  `${priorities.indexOf(priority)}#${createdAt}`;
/** The same, and what is done behind what is not. */
export const workKey = (ticket: Ticket) => `${isDone(ticket.status) ? 1 : 0}#${urgencyKey(ticket)}`;
