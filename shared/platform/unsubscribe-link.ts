import { idOf } from '../core/ids.ts';
import { env } from './env.ts';
import { isSigned, sign } from './secret.ts';

const form = /^([0-9A-HJKMNP-TV-Z]{26})\.([\w-]{43})\.([\w-]{22})$/;
const Id = idOf('workspace');
const purpose = 'unsubscribe';

/** A link that unsubscribes one address of one workspace (RFC 8058). It shows neither, and does not expire. */
export async function unsubscribeUrl(workspaceId: string, hash: string): Promise<string> {
  const signature = await sign(purpose, `${workspaceId}\n${hash}`);
  const token = [workspaceId.slice('ws_'.length), hash, signature.toString('base64url')].join('.');
  return `${env('PUBLIC_URL')}/v1/unsubscribe/${token}`;
}

/** Whom a token is for; undefined where we did not sign it. */
export async function unsubscribeToken(
  token: string,
): Promise<{ workspaceId: string; hash: string } | undefined> {
  const [, ulid = '', hash = '', signature = ''] = form.exec(token) ?? [];
  const workspaceId = `ws_${ulid}`;
  if (!Id.safeParse(workspaceId).success) return undefined;
  const isOurs = await isSigned(purpose, `${workspaceId}\n${hash}`, Buffer.from(signature, 'base64url'));
  return isOurs ? { workspaceId, hash } : undefined;
}
