import { whoMoved } from '../../shared/access/team.ts';
import { teamChanged } from '../../shared/access/team-events.ts';
import { teamStore } from '../../shared/access/team-store.ts';
import { changedFields } from '../../shared/platform/change-store.ts';
import { consumer, type Delivered } from '../../shared/platform/consumer.ts';
import { queueLooks } from '../../shared/platform/keys-queue.ts';
import { lists } from './handover/lists.ts';

type Event = Delivered<{ recordId: string }>;
const ids = (value: unknown): string[] => [value].flat().filter((one) => typeof one === 'string');

/** Who is in another team since a change; a team that was made says itself whom it began with. */
async function moved(event: Event): Promise<string[]> {
  const { workspaceId, data } = event;
  if (event.type === 'team.created')
    return (await teamStore.find(workspaceId, data.recordId))?.memberIds ?? [];
  const { memberIds } = (await changedFields('team', event)) ?? {};
  return whoMoved(ids(memberIds?.before), ids(memberIds?.after));
}

/**
 * A record stands in the lists of its owner's team, which it borrows: all that somebody owns who came or went is queued for
 * a look, a page of one of their lists at a time (the keys' queue goes on by itself).
 */
export const handler = consumer(teamChanged, async (event) => {
  const { workspaceId } = event;
  const users = await moved(event);
  await queueLooks(
    users.flatMap((userId) =>
      lists.map(({ pk }) => ({ partition: { workspaceId, pk: pk(workspaceId, userId) } })),
    ),
  );
});
