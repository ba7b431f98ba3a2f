import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type Actor, mayReadSetting } from '../core/actor.ts';
import { AppError, notFound, referenceUnknown } from '../core/errors.ts';
import { kindOfId } from '../core/ids.ts';
import { type GovernedKind, governedKinds, hasHideable } from '../core/policy.ts';
import { recordKey } from '../core/record.ts';
import { hiddenAnywhere, hiddenFields, isHiddenIn, mayTouch, reachOf } from '../core/rights.ts';
import { getItem } from './dynamo.ts';
import { standing } from './merged.ts';

const titleOf = (code: string) => {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const isGoverned = (kind: string | undefined): kind is GovernedKind =>
  governedKinds.includes(kind as GovernedKind);

/** The field that a problem's pointer names; `custom.<key>` is one of its custom fields. */
function fieldAt(pointer: string): string {
  const [name = '', key] = pointer.split('/').slice(1);
  return name === 'custom' && key !== undefined ? `custom.${key}` : name;
}
const pointersOf = ({ more: { errors = [] } }: AppError) => errors.map(({ pointer }) => pointer);
/** Whether a field that is told of is hidden among these. */
const tellsOf = (hidden: ReadonlySet<string>, pointers: readonly string[]) =>
  pointers.some((pointer) => isHiddenIn(hidden, fieldAt(pointer)));

/**
 * Whether one may read who holds the values at these pointers, and sees them there. One GetItem where it depends on whose the
 * record is.
 */
export async function mayKnow(actor: Actor, id: string, pointers: readonly string[]): Promise<boolean> {
  const setting = mayReadSetting(actor, id);
  const kind = kindOfId(id);
  if (setting !== undefined || !isGoverned(kind)) return setting ?? false;
  const { reach } = reachOf(actor, kind, 'read');
  const hides = (hidden: ReadonlySet<string>) => hasHideable(kind) && tellsOf(hidden, pointers);
  const anywhere = hasHideable(kind) ? hiddenAnywhere(actor, kind) : new Set<string>();
  if (reach === 'none') return false;
  if (reach === 'all' && !hides(anywhere)) return true;
  const record = await getItem(recordKey(actor.workspaceId, kind, id));
  const owner = record?.ownerId as string | undefined;
  const isSeen = record !== undefined && mayTouch(actor, kind, 'read', owner);
  return isSeen && !(hasHideable(kind) && hides(hiddenFields(actor, kind, owner)));
}

/** What a stage asks for, without the fields that this actor does not see: whether a deal has them is a matter of others. */
function stageNeeds(actor: Actor, error: AppError): AppError {
  const hidden = hiddenAnywhere(actor, 'deal');
  if (!tellsOf(hidden, pointersOf(error))) return error;
  const errors = error.more.errors?.filter(({ pointer }) => !isHiddenIn(hidden, fieldAt(pointer)));
  const detail = 'The stage needs fields that your roles do not show you: ask somebody who sees them.';
  return new AppError(error.kind, error.code, detail, { ...error.more, errors });
}

/**
 * Where a record went, for who may read the record that it was merged into, and that one perhaps into another; for everybody
 * else it never was. Of a reference the pointer stays.
 */
async function mergedAs(actor: Actor, { kind, code, more }: AppError, into: string): Promise<AppError> {
  const of = kindOfId(into) as GovernedKind;
  const item = await standing(actor.workspaceId, of, into);
  const [fault] = more.errors ?? [];
  const isSeen = item && !item.deletedAt && mayTouch(actor, of, 'read', item.ownerId as string | undefined);
  const from = more.mergedFrom ?? into;
  if (!isSeen)
    return fault ? referenceUnknown(fault.pointer, `There is no ${of} ${from}.`) : notFound(of, from);
  const { id: mergedInto } = item;
  const detail = `The ${of} ${from} was merged into ${mergedInto}.`;
  const errors = fault && [{ ...fault, detail }];
  return new AppError(kind, code, detail, {
    mergedFrom: from,
    mergedInto: String(mergedInto),
    ...(errors && { errors }),
  });
}

/** The error as this actor may see it: who holds a value is told only to those who may read it there. */
export async function shownTo(actor: Actor, error: unknown): Promise<unknown> {
  if (!(error instanceof AppError)) return error;
  if (error.code === 'stage_fields_missing') return stageNeeds(actor, error);
  if (error.more.mergedInto) return mergedAs(actor, error, error.more.mergedInto);
  const { existingId, ...more } = error.more;
  if (existingId === undefined || (await mayKnow(actor, existingId, pointersOf(error)))) return error;
  return new AppError(error.kind, error.code, error.message, more);
}

/** RFC 9457. What is no `AppError` shows nothing of itself. `type` is a page of this deployment's documentation. */
export function problemBody(error: unknown, requestId: string) {
  const known = error instanceof AppError ? error : undefined;
  const code = known?.code ?? 'internal';
  const { errors, existingId, mergedInto } = known?.more ?? {};
  return {
    type: `/docs#${code}`,
    title: titleOf(code),
    status: known?.status ?? 500,
    code,
    detail: known?.message ?? 'Something went wrong on our side. It has been logged; quote the requestId.',
    errors,
    existingId,
    mergedInto,
    requestId,
  };
}

/** The same as an answer. */
export function problemOf(error: unknown, requestId: string): APIGatewayProxyStructuredResultV2 {
  const body = problemBody(error, requestId);
  const { status: statusCode } = body;
  const { retryAfterS, location } = error instanceof AppError ? error.more : {};
  return {
    statusCode,
    headers: {
      'content-type': 'application/problem+json',
      ...(retryAfterS !== undefined && { 'retry-after': String(Math.ceil(retryAfterS)) }),
      ...(location !== undefined && { location }),
      ...(statusCode === 401 && { 'www-authenticate': 'Bearer' }),
    },
    body: JSON.stringify(body),
  };
}
