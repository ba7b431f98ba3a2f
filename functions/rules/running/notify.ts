import { notificationWrites } from '../../../shared/notifications/notify-store.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { blanksIn, filledForAll } from '../../../shared/rules/blanks.ts';
import { blankValues } from './create-task.ts';
import { idleWords, isOfIdleness } from './idle-words.ts';
import type { Came, Deed } from './moment.ts';
import { ownerOf } from './subject.ts';

const mostWords = 500;

/**
 * Tells users of the record, once a step, and notes it with that. What the words name of a record is filled in when they are read, with
 * what their reader may see.
 */
export const notify: Deed<'notify'> = async ({ id, users, text: words }, moment): Promise<Came> => {
  const { run, record, by, noted } = moment;
  const ownerId = await ownerOf(run, record);
  const meant = users.flatMap((one) => (one === 'record_owner' ? (ownerId ?? []) : one));
  const { workspaceId } = run;
  const idle = isOfIdleness(run) && blanksIn(words).includes('idle.call') ? await idleWords(run) : {};
  const text = filledForAll(words, { ...(await blankValues(moment, [words])), ...idle }, mostWords);
  const about = { workspaceId, type: 'rule', id: `${run.id}.${id}`, about: record.id, text } as const;
  const all = [...new Set(meant)].map((userId) => notificationWrites({ ...about, userId }, by.now));
  const writes = (await Promise.all(all)).flat();
  if (writes.length === 0) return { skipped: 'nobody_here' };
  await commit([...noted(), ...writes]); // whoever is outrun has told nobody
  return {};
};
