import { type Context, systemContext } from '../../shared/core/actor.ts';
import { workspacePk } from '../../shared/core/record.ts';
import { type PartName, partNames } from '../../shared/exports/workspace-parts.ts';
import { commit } from '../../shared/platform/commit.ts';
import { getItem } from '../../shared/platform/dynamo.ts';
import { workspaceStore } from '../../shared/workspaces/workspace-store.ts';
import type { Archive, Manifest } from './read-archive.ts';
import { writeLine } from './write-part.ts';

const atOnce = 16;
/** Of fields each is written with all others of its kind; of presets all stand in one item. */
const oneByOne: readonly PartName[] = ['fields', 'presets'];

/**
 * Which archive a workspace is made of: a run that was killed goes on, and no other archive is ever put on top. Throws an Error for a
 * workspace that is there and was made of none, or of another one.
 */
async function claim(workspaceId: string, { exportId }: Manifest, now: string): Promise<void> {
  const key = { pk: `${workspacePk(workspaceId)}#RESTORE`, sk: 'RESTORE' };
  const notEmpty = () =>
    new Error(`The workspace ${workspaceId} is not empty. Name another one with --workspace.`);
  const begun = await getItem(key);
  if (begun?.exportId === exportId) return;
  if (begun || (await workspaceStore.find(workspaceId, workspaceId))) throw notEmpty();
  const Put = { Item: { ...key, exportId, at: now }, ConditionExpression: 'attribute_not_exists(pk)' };
  await commit([{ action: { Put }, refused: notEmpty }]);
}

type Told = (what: string) => void;
async function writePart(archive: Archive, part: PartName, by: Context, tell: Told): Promise<number> {
  const most = oneByOne.includes(part) ? 1 : atOnce;
  let waiting: unknown[] = [];
  let written = 0;
  const write = async () => {
    const notes = await Promise.all(waiting.map((line) => writeLine(part, line, by)));
    for (const note of notes) if (note) tell(note);
    written += waiting.length;
    waiting = [];
  };
  for await (const line of archive.lines(part)) {
    waiting.push(line);
    if (waiting.length === most) await write();
  }
  await write();
  return written;
}

/**
 * Makes a workspace of an archive: every record under its id, its version and its moments, none of which other systems are told of.
 * May be killed and run again; what is there stays. Throws an Error for a workspace that is not empty, and for an archive that holds
 * other than it says.
 */
export async function restoreWorkspace(
  archive: Archive,
  workspaceId: string,
  now: string,
  tell: Told = () => {},
): Promise<void> {
  const { manifest } = archive;
  await claim(workspaceId, manifest, now);
  const by = {
    ...systemContext(workspaceId, 'system', 'restore', now, manifest.exportId),
    quiet: true as const,
  };
  for (const part of partNames) {
    const written = await writePart(archive, part, by, tell);
    const wanted = manifest.counts[part] ?? 0;
    if (written !== wanted) throw new Error(`The archive has ${written} of ${part}, and says ${wanted}.`);
    tell(`${part.padEnd(12)} ${written}`);
  }
}
