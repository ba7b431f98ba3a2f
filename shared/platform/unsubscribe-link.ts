import { idOf } from '../core/ids.ts';
import { env } from './env.ts';
import { isSigned, sign } from './secret.ts';

const form = /^([0-9A-HJKMNP-TV-Z]{26})\.([\w-]{43})(?:\.([0-9A-HJKMNP-TV-Z]{26}))?\.([\w-]{22})$/;
const Workspace = idOf('workspace');
const purpose = 'unsubscribe';
const signed = (workspaceId: string, hash: string, contactId: string | undefined) =>
  [workspaceId, hash, ...(contactId ? [contactId] : [])].join('\n');

/** Names one address of one workspace, and whose it was when the mail was written. It shows no address, and does not expire. */
async function subscriberToken(workspaceId: string, hash: string, contactId?: string): Promise<string> {
  const signature = await sign(purpose, signed(workspaceId, hash, contactId));
  const person = contactId ? [contactId.slice('ct_'.length)] : [];
  return [workspaceId.slice('ws_'.length), hash, ...person, signature.toString('base64url')].join('.');
}

/** A link that unsubscribes one address of one workspace (RFC 8058). */
export const unsubscribeUrl = async (
  workspaceId: string,
  hash: string,
  contactId?: string,
): Promise<string> =>
  `${env('PUBLIC_URL')}/v1/unsubscribe/${await subscriberToken(workspaceId, hash, contactId)}`;

export type Subscriber = { workspaceId: string; hash: string; contactId?: string | undefined };
/** Whom a token is for; undefined where we did not sign it. */
export async function unsubscribeToken(token: string): Promise<Subscriber | undefined> {
  const [, ulid = '', hash = '', person, signature = ''] = form.exec(token) ?? [];
  const workspaceId = `ws_${ulid}`;
  if (!Workspace.safeParse(workspaceId).success) return undefined;
  const contactId = person && `ct_${person}`;
  const isOurs = await isSigned(
    purpose,
    signed(workspaceId, hash, contactId),
    Buffer.from(signature, 'base64url'),
  );
  return isOurs ? { workspaceId, hash, contactId } : undefined;
}
