import { type Contact, contactRecord } from '../contacts/contact.ts';
import { birthdayPk } from '../contacts/contact-projection.ts';
import type { Actor } from '../core/actor.ts';
import { dateAfter } from '../core/local-day.ts';
import type { GovernedKind } from '../core/policy.ts';
import { type Item, nameOf } from '../core/projection.ts';
import { type OwnedKind, type RecordBase, recordKey } from '../core/record.ts';
import { hiddenAnywhere } from '../core/rights.ts';
import { mayRead, within } from '../core/scope.ts';
import { ownerPk } from '../core/scoped-list.ts';
import { veiled } from '../core/veil.ts';
import { type Deal, dealRecord } from '../deals/deal.ts';
import { seesPurchases } from '../orders/purchases.ts';
import { getItems, queryItems } from '../platform/dynamo.ts';
import { parseContext } from '../platform/parse-context.ts';
import { scoreKey, scoreShown } from '../scoring/score-item.ts';
import { type Task, taskRecord } from '../tasks/task.ts';
import { tasksPk } from '../tasks/task-projection.ts';
import {
  birthdayReason,
  birthdayWeek,
  closingReason,
  daysToClose,
  hotReason,
  idleReason,
  quietReason,
  type Reason,
  taskReason,
} from './today.ts';
import { closingUntil, todayPk } from './today-pks.ts';

const mostLines = 15; // six sections of them are one BatchGet, two where all are full

type Asked = { actor: Actor; ownerId: string | undefined; today: string; now: string };
type Range = { pk: string; from?: string; to?: string };

/** Entries of a section, none where it is not for this reader. */
const section = async (isShown: boolean, ranges: Range[]): Promise<Item[]> => {
  if (!isShown) return [];
  const pages = await Promise.all(ranges.map((range) => queryItems({ ...range, limit: mostLines })));
  return pages.flatMap(({ items }) => items).slice(0, mostLines);
};

/** What a reader may be asked for: whose of a kind, and by which fields. */
function sight({ actor, ownerId }: Asked) {
  const scope = within(actor);
  const sees = (kind: 'contact' | 'deal' | 'task', fields: readonly string[]) => {
    const hidden = hiddenAnywhere(actor, kind);
    return mayRead(scope, kind, ownerId) && fields.every((name) => !hidden.has(name));
  };
  return { scope, sees };
}

async function readSections(asked: Asked) {
  const { actor, ownerId, today, now } = asked;
  const { workspaceId } = actor;
  const { sees } = sight(asked);
  const pk = (name: Parameters<typeof todayPk>[1]) => todayPk(workspaceId, name, ownerId);
  const birthdays = ownerPk(birthdayPk(workspaceId), ownerId);
  const [tasks, idle, hot, closing, quiet, born] = await Promise.all([
    section(sees('task', []), [{ pk: ownerPk(tasksPk(workspaceId, 'open'), ownerId), to: `${today}~` }]),
    section(sees('deal', []), [{ pk: pk('idle') }]),
    section(sees('contact', ['score', 'lifecycle']), [{ pk: pk('hot') }]),
    section(sees('deal', ['expectedCloseOn']), [
      { pk: pk('closing'), to: closingUntil(dateAfter(today, daysToClose)) },
    ]),
    section(sees('contact', []) && seesPurchases(actor), [{ pk: pk('quiet'), to: now }]),
    section(
      sees('contact', ['birthday']),
      birthdayWeek(today).map((range) => ({ pk: birthdays, ...range })),
    ),
  ]);
  return { tasks, idle, hot, closing, quiet, born };
}

/** TODAY-1: what asks for attention of one owner's: six Queries (seven where the week goes over the end of the year) and one BatchGet. */
export async function readToday(asked: Asked) {
  const { actor, ownerId, today, now } = asked;
  const { scope } = sight(asked);
  const found = await readSections(asked);
  const keys = Object.values(found)
    .flat()
    .map(({ of, id }) => recordKey(actor.workspaceId, of as GovernedKind, String(id)));
  const scored = found.hot.map(({ id }) => scoreKey(actor.workspaceId, String(id)));
  const items = keys.length > 0 ? await getItems([...keys, ...scored]) : new Map<string, Item>();
  /** A record that is as its entry says: here, this owner's, in sight. Nobody is called who was erased. */
  const read = <T extends RecordBase & { ownerId?: string | undefined }>(of: OwnedKind<T>, { id }: Item) => {
    const item = items.get(nameOf(recordKey(actor.workspaceId, of.kind, String(id))));
    const record = item && of.schema.parse(item, parseContext());
    const isNobody = of.kind === 'contact' && item?.erasedAt !== undefined;
    const isIt = record && !record.deletedAt && !isNobody && record.ownerId === ownerId;
    return isIt && mayRead(scope, of.kind, record.ownerId) ? record : undefined;
  };
  const line = <T extends Task | Deal | Contact>(
    type: 'task' | 'deal' | 'contact',
    record: T | undefined,
    reason: Reason | undefined,
  ) => (record && reason ? [{ type, reason, record: veiled(actor, type, record) }] : []);

  const tasks = found.tasks.flatMap((entry) => {
    const task = read(taskRecord, entry);
    return task?.status === 'open' ? line('task', task, taskReason(task, today)) : [];
  });
  const withTask = new Set(found.tasks.map((entry) => read(taskRecord, entry)?.dealId));
  const idle = found.idle.flatMap((entry) => {
    const deal = read(dealRecord, entry);
    // An idle deal has a task of its own: where that stands there already, it is one line.
    if (deal?.status !== 'open' || withTask.has(deal.id)) return [];
    return line('deal', deal, idleReason(entry.sk.split('#')[0] ?? now, now));
  });
  const hot = found.hot.flatMap((entry) => {
    const contact = read(contactRecord, entry);
    const score = contact && scoreShown(contact, items.get(nameOf(scoreKey(actor.workspaceId, contact.id))));
    return score === undefined ? [] : line('contact', contact && { ...contact, score }, hotReason(score));
  });
  const closing = found.closing.flatMap((entry) => {
    const deal = read(dealRecord, entry);
    if (deal?.status !== 'open') return [];
    return line('deal', deal, closingReason(deal, entry.probability as number | undefined, today));
  });
  const quiet = found.quiet.flatMap((entry) =>
    line(
      'contact',
      read(contactRecord, entry),
      quietReason(
        {
          everyDays: Number(entry.everyDays),
          lastOrderAt: String(entry.lastOrderAt),
          risk: typeof entry.risk === 'number' ? entry.risk : undefined,
        },
        now,
      ),
    ),
  );
  const birthdays = found.born.flatMap((entry) => {
    const contact = read(contactRecord, entry);
    return line('contact', contact, contact?.birthday ? birthdayReason(contact.birthday, today) : undefined);
  });
  return { callToday: [...tasks, ...idle, ...hot], closingSoon: closing, goingQuiet: quiet, birthdays };
}
