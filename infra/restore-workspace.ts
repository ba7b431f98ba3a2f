// `npm run restore-workspace -- <archive.zip> --table … --secret … [--workspace ws_…] [--subject … --email … --person …]`: makes a workspace of an
// archive that `POST /v1/data-exports/workspace` has made, in the table of a deployment. Safe to run again. See docs/exports.md.
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { idOf } from '../shared/core/ids.ts';
import { letIn } from './restore/let-in.ts';
import { readArchive } from './restore/read-archive.ts';
import { restoreWorkspace } from './restore/restore.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const text = z.string().min(1);
const Given = z.object({
  table: text,
  secret: text.describe('The name of the SSM parameter.'),
  workspace: idOf('workspace').optional(),
  subject: text.optional(),
  email: z.email().optional(),
  person: text.default('Administrator'),
});

const options = Object.fromEntries(
  Object.keys(Given.shape).map((name) => [name, { type: 'string' } as const]),
);
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const given = Given.safeParse(values);
const [path] = positionals;
if (!given.success) throw new Error(z.prettifyError(given.error));
if (!path) throw new Error('Name the archive.');
const { table, secret, workspace, subject, email, person } = given.data;
process.env.TABLE_NAME = table;
process.env.SECRET_PARAMETER = secret;
const archive = await readArchive(path);
const workspaceId = workspace ?? archive.manifest.workspaceId;
const now = new Date().toISOString();
await restoreWorkspace(archive, workspaceId, now, say);
if (subject && email) await letIn(workspaceId, { email, subject, person }, now);
say(`Workspace ${workspaceId} is what it was at ${archive.manifest.exportedAt}.`);
