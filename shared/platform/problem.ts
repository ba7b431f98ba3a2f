import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type Actor, mayReadSetting } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { kindOfId } from '../core/ids.ts';
import { type GovernedKind, governedKinds } from '../core/policy.ts';
import { recordKey } from '../core/record.ts';
import { hiddenAnywhere, hiddenFields, mayTouch, reachOf } from '../core/rights.ts';
import { getItem } from './dynamo.ts';

const titleOf = (code: string) => {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const isGoverned = (kind: string | undefined): kind is GovernedKind =>
  governedKinds.includes(kind as GovernedKind);

/** Whether one sees by which address a contact is known: who does not is not told whose an address is. */
const seesWhatIsTaken = (actor: Actor, kind: GovernedKind, owner: string | undefined) =>
  kind !== 'contact' || !hiddenFields(actor, kind, owner).has('emails');

/** One GetItem where it depends on whose the record is. */
async function mayRead(actor: Actor, id: string): Promise<boolean> {
  const setting = mayReadSetting(actor, id);
  const kind = kindOfId(id);
  if (setting !== undefined || !isGoverned(kind)) return setting ?? false;
  const { reach } = reachOf(actor, kind, 'read');
  if (reach === 'none') return false;
  const isWhole = kind !== 'contact' || !hiddenAnywhere(actor, kind).has('emails');
  if (reach === 'all' && isWhole) return true;
  const record = await getItem(recordKey(actor.workspaceId, kind, id));
  const owner = record?.ownerId as string | undefined;
  return record !== undefined && mayTouch(actor, kind, 'read', owner) && seesWhatIsTaken(actor, kind, owner);
}

/** The error as this actor may see it: who holds a value is told only to those who may read that record. */
export async function shownTo(actor: Actor, error: unknown): Promise<unknown> {
  if (!(error instanceof AppError) || error.more.existingId === undefined) return error;
  if (await mayRead(actor, error.more.existingId)) return error;
  const { existingId: _, ...more } = error.more;
  return new AppError(error.kind, error.code, error.message, more);
}

/** RFC 9457. What is no `AppError` shows nothing of itself. `type` is a page of this deployment's documentation. */
export function problemBody(error: unknown, requestId: string) {
  const known = error instanceof AppError ? error : undefined;
  const code = known?.code ?? 'internal';
  const { errors, existingId } = known?.more ?? {};
  return {
    type: `/docs#${code}`,
    title: titleOf(code),
    status: known?.status ?? 500,
    code,
    detail: known?.message ?? 'Something went wrong on our side. It has been logged; quote the requestId.',
    errors,
    existingId,
    requestId,
  };
}

/** The same as an answer. */
export function problemOf(error: unknown, requestId: string): APIGatewayProxyStructuredResultV2 {
  const body = problemBody(error, requestId);
  const { status: statusCode } = body;
  const retryAfterS = error instanceof AppError ? error.more.retryAfterS : undefined;
  return {
    statusCode,
    headers: {
      'content-type': 'application/problem+json',
      ...(retryAfterS !== undefined && { 'retry-after': String(Math.ceil(retryAfterS)) }),
      ...(statusCode === 401 && { 'www-authenticate': 'Bearer' }),
    },
    body: JSON.stringify(body),
  };
}
