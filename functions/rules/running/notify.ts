import { notificationWrites } from '../../../shared/notifications/notify-store.ts';
import { commit } from '../../../shared/platform/commit.ts';
import type { Came, Deed } from './moment.ts';
import { ownerOf } from './subject.ts';

/**
 * Tells users of the record, once a step, and notes it with that. The words go as they stand: their blanks are filled when they are read,
 * with what their reader may see.
 */
export const notify: Deed<'notify'> = async (
  { id, users, text },
  { run, record, by, noted },
): Promise<Came> => {
  const ownerId = await ownerOf(run, record);
  const meant = users.flatMap((one) => (one === 'record_owner' ? (ownerId ?? []) : one));
  const { workspaceId } = run;
  const about = { workspaceId, type: 'rule', id: `${run.id}.${id}`, about: record.id, text } as const;
  const all = [...new Set(meant)].map((userId) => notificationWrites({ ...about, userId }, by.now));
  const writes = (await Promise.all(all)).flat();
  if (writes.length === 0) return { skipped: 'nobody_here' };
  await commit([...noted(), ...writes]); // whoever is outrun has told nobody
  return {};
};
