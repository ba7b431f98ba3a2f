// `npm run workspace -- --table … --subject … --email … --person … --company … --mail-domain …`: a workspace, its first
// admin and the domain whose mail it receives, in the table of a deployment. Safe to run again.
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { systemContext } from '../shared/core/actor.ts';
import { newId } from '../shared/core/ids.ts';
import { findCredential } from '../shared/identity/credential-store.ts';
import { addMember } from '../shared/identity/member-store.ts';
import { mailDomainItem } from '../shared/mail/mailbox-store.ts';
import { commit } from '../shared/platform/commit.ts';
import { addWorkspace } from '../shared/workspaces/workspace-store.ts';

const text = z.string().min(1);
const Given = z.object({
  table: text,
  subject: text,
  email: z.email(),
  person: text,
  company: text,
  'mail-domain': text.toLowerCase(),
});
type Given = z.infer<typeof Given>;

/** The domain is held to one workspace: another's is never taken over. Throws an Error that says so. */
const holdDomain = (domain: string, workspaceId: string) =>
  commit([
    {
      action: {
        Put: {
          Item: mailDomainItem(domain, workspaceId),
          ConditionExpression: 'attribute_not_exists(pk) OR workspaceId = :own',
          ExpressionAttributeValues: { ':own': workspaceId },
        },
      },
      refused: () => new Error(`Mail to ${domain} is another workspace's.`),
    },
  ]);

/** A run that died halfway may leave a workspace in which nobody is; the next one makes another. */
export async function firstWorkspace(given: Omit<Given, 'table'>, now: string): Promise<string> {
  const { subject, email, person, company } = given;
  const known = await findCredential(subject);
  const [membership] = known?.memberships ?? [];
  const workspaceId = membership?.workspaceId ?? (await addWorkspace({ name: company }, now)).id;
  const by = systemContext(workspaceId, 'system', 'deployment', now);
  const id = known?.userId ?? newId('user', now);
  if (!membership) await addMember({ id, subject, email, name: person, roles: ['admin'] }, by);
  await holdDomain(given['mail-domain'], workspaceId);
  return workspaceId;
}

async function main(): Promise<void> {
  const options = Object.fromEntries(
    Object.keys(Given.shape).map((name) => [name, { type: 'string' } as const]),
  );
  const given = Given.safeParse(parseArgs({ options }).values);
  if (!given.success) throw new Error(z.prettifyError(given.error));
  process.env.TABLE_NAME = given.data.table;
  const workspaceId = await firstWorkspace(given.data, new Date().toISOString());
  process.stdout.write(`Workspace ${workspaceId}: ${given.data.email} may sign in.\n`);
}

if (import.meta.main) await main();
