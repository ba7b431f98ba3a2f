import type { Activity } from '../../../shared/activities/activity.ts';
import {
  type CallAnswer,
  callerOf,
  logCall,
  type NewCall,
  type Numbers,
  reportAgain,
  theirs,
} from '../../../shared/calls/call.ts';
import { findReported, openDealsOf, userByEmail } from '../../../shared/calls/caller-store.ts';
import { toE164 } from '../../../shared/contacts/phone.ts';
import { answeringWith, type Context } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { changesNothing, type Kept } from '../../../shared/core/record.ts';
import { within } from '../../../shared/core/scope.ts';
import { mustBeHere } from '../../../shared/identity/user-store.ts';
import type { Write } from '../../../shared/platform/commit.ts';
import { mustBeSeen } from '../../../shared/platform/owned-store.ts';
import { saveChanges } from '../../../shared/platform/record-store.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import { type Caller, callerOfCall } from './caller.ts';

async function numbersOf({ from, to }: NewCall, workspaceId: string): Promise<Numbers> {
  const { country } = await workspaceOf(workspaceId);
  return { from: await toE164(from, country), to: await toE164(to, country) };
}

const agentOf = async ({ agent }: NewCall, workspaceId: string) =>
  agent?.includes('@') ? userByEmail(workspaceId, agent) : agent;

/** The activity of an earlier report. Throws `reported_call_taken` where another integration made it. */
async function reportedBefore({ externalId }: NewCall, { actor }: Context): Promise<Activity | undefined> {
  const found = await findReported(actor.workspaceId, externalId);
  if (!found || found.by.id === actor.id) return found;
  throw new AppError('conflict', 'reported_call_taken', `Somebody else has reported the call ${externalId}.`);
}

async function answerOf(
  activity: Activity,
  { contact, lead, candidates }: Caller,
  phone: string,
  by: Context,
): Promise<CallAnswer> {
  const deals = lead ? [] : await openDealsOf(by.actor, within(by.actor), contact);
  return {
    activity,
    contact: callerOf(contact, phone),
    matched: lead === undefined,
    ambiguous: candidates.length > 1,
    candidates: candidates.map((one) => callerOf(one, phone)),
    deals: deals.map(({ id, name, stageId }) => ({ id, name, stageId })),
    open: `/contacts/${contact.id}`,
  };
}

type Decided = { change: Kept<Activity>; caller: Caller; agentId: string | undefined };
const any = (change: unknown) => change as never;

async function save({ change, caller, agentId }: Decided, answer: CallAnswer, by: Context): Promise<void> {
  const { workspaceId } = by.actor;
  const { contact, lead } = caller;
  const isNew = change.before === undefined;
  const also: Write[] = [
    ...(agentId ? [mustBeHere(workspaceId, agentId, '/agent')] : []),
    ...(lead ? [lead.claim] : []),
    ...(isNew && !lead ? [mustBeSeen(within(by.actor), 'contact', contact.id, '/contactId')] : []),
  ];
  const changes = [any(change), ...(lead ? [any(lead.change)] : [])];
  await saveChanges(
    changes,
    answeringWith(by, () => answer),
    also,
  );
}

/** A call as it is reported: logged, or the activity of an earlier report set right; and who the other side is. */
export async function reportCall(call: NewCall, by: Context): Promise<CallAnswer> {
  const { workspaceId } = by.actor;
  const numbers = await numbersOf(call, workspaceId);
  const [before, agentId] = await Promise.all([reportedBefore(call, by), agentOf(call, workspaceId)]);
  const caller = await callerOfCall(call, numbers, before?.contactId, by);
  const change = before
    ? reportAgain(before, call, numbers, agentId, by)
    : logCall(call, numbers, caller.contact.id, agentId, by);
  const other = theirs(call, numbers) ?? (call.direction === 'inbound' ? call.from : call.to);
  const answer = await answerOf(change.after, caller, other, by);
  if (changesNothing(change)) return { ...answer, activity: before ?? change.after };
  await save({ change, caller, agentId }, answer, by);
  return answer;
}
