// `npm run workspace -- --table … --subject … --email … --person … --company … --mail-domain …`: a workspace, its first
// admin and the domain whose mail it receives, in the table of a deployment. Safe to run again. With `--workspace ws_…` the domain
// is held for that one of the person's workspaces.
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { systemContext } from '../shared/core/actor.ts';
import { idOf, newId } from '../shared/core/ids.ts';
import type { Change } from '../shared/core/record.ts';
import { type Credential, findCredential } from '../shared/identity/credential-store.ts';
import { saveMember } from '../shared/identity/member-store.ts';
import { createUser } from '../shared/identity/user.ts';
import { mailDomainItem } from '../shared/mail/mailbox-store.ts';
import { commit } from '../shared/platform/commit.ts';
import { createWorkspace } from '../shared/workspaces/create-workspace.ts';

const text = z.string().min(1);
const Given = z.object({
  table: text,
  subject: text,
  email: z.email(),
  person: text,
  company: text,
  'mail-domain': text.toLowerCase(),
  workspace: idOf('workspace').optional(),
});
type Who = Omit<z.infer<typeof Given>, 'table'>;

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

/** The workspace and whoever is its administrator in one transaction. */
async function make({ subject, email, person, company }: Who, known: Credential | undefined, now: string) {
  const { workspace, pipeline } = createWorkspace({ name: company }, now);
  const { id } = workspace.after;
  const by = systemContext(id, 'system', 'deployment', now);
  const admin = { email, name: person, roles: ['admin' as const], subject };
  const user = createUser(admin, known?.userId ?? newId('user', now), id, by);
  await saveMember(user, by, { first: [workspace, pipeline] as unknown as Change[] });
  return id;
}

/** Of a person who has workspaces the one that is named, else their first. Throws an Error for one that is not theirs. */
export async function firstWorkspace(given: Who, now: string): Promise<string> {
  const known = await findCredential(given.subject);
  const theirs = known?.memberships.map(({ workspaceId }) => workspaceId) ?? [];
  if (given.workspace && !theirs.includes(given.workspace))
    throw new Error(`${given.workspace} is no workspace of ${given.email}.`);
  const workspaceId = given.workspace ?? theirs[0] ?? (await make(given, known, now));
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
