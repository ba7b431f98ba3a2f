/* What the authorizer costs besides its reads, warm. Alone: node test/bench/authorizer.ts */
import { credentialItem } from '../../shared/identity/credential-store.ts';
import { createKey } from '../../shared/identity/key.ts';
import { saveNewKey } from '../../shared/identity/key-store.ts';
import { hashOfKey, newKeyText } from '../../shared/identity/key-text.ts';
import { commit } from '../../shared/platform/commit.ts';
import { meter } from '../../shared/platform/meter.ts';
import { acme, ann } from '../fixtures/ids.ts';
import { aContext } from '../helpers/context.ts';
import { useTable } from '../helpers/dynamo.ts';
import { authorizerEvent, startIssuer } from '../helpers/issuer.ts';
import { rounded, table } from './print.ts';

type Handler = (event: never) => Promise<{ context: { refused?: string | undefined } }>;
const warmUps = 300;
const runs = 2000;

async function timed(handler: Handler, credential: string) {
  const own: number[] = [];
  for (let i = 0; i < warmUps + runs; i++) {
    const [started, read] = [performance.now(), meter.ms];
    const { context } = await handler(authorizerEvent(`Bearer ${credential}`) as never);
    if (context.refused) throw new Error(`The credential was refused: ${context.refused}`);
    if (i >= warmUps) own.push(performance.now() - started - (meter.ms - read));
  }
  const sorted = own.toSorted((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.floor(sorted.length * share)] ?? 0, 3);
  return { 'p50 ms': at(0.5), 'p95 ms': at(0.95), 'p99 ms': at(0.99) };
}

/** Time of a warm authorizer that is not spent waiting for the table. */
export async function measureAuthorizer() {
  await useTable();
  const issuer = await startIssuer();
  const { handler } = await import('../../functions/identity/authorize.ts');
  const memberships = [{ workspaceId: acme, roles: ['admin' as const] }];
  await commit([
    { action: { Put: { Item: credentialItem('sub-1', { userId: ann, memberships, revision: 1 }) } } },
  ]);
  const text = newKeyText();
  const by = aContext({ now: new Date().toISOString() });
  const secret = { hash: hashOfKey(text), lastFour: text.slice(-4) };
  await saveNewKey(createKey({ name: 'Bench', roles: ['rep'] }, secret, ['rep'], by), 'sub-1', by);
  const rows = [
    { credential: 'access token', ...(await timed(handler as Handler, await issuer.token())) },
    { credential: 'API key', ...(await timed(handler as Handler, text)) },
  ];
  table('The authorizer, warm, besides its reads', rows);
  issuer.end();
  return rows;
}

if (import.meta.main) {
  await measureAuthorizer();
  process.exit(0);
}
