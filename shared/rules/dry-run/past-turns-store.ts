import { touchSk } from '../../contacts/contact-touch.ts';
import { type Item, nameOf } from '../../core/projection.ts';
import { recordKey, workspacePk } from '../../core/record.ts';
import { contactFacts, purchasesSk } from '../../orders/purchases.ts';
import { getItems, queryItems } from '../../platform/dynamo.ts';
import { riskSk } from '../../risk/risk.ts';
import { scoreSk } from '../../scoring/score-item.ts';
import { membersPk } from '../../segments/segment-part.ts';
import { workspaceOf } from '../../workspaces/workspace-store.ts';
import { dateEntries } from '../dates/date-entries.ts';
import { daysMeant, type Turn, turnAfter, turnBehind } from '../dates/date-turn.ts';
import type { Happened } from '../match.ts';
import type { DateTrigger, Trigger } from '../trigger.ts';
import type { Past } from './past-events-store.ts';

const mostLooked = 200;
const dayMs = 86_400_000;
type Span = { now: string; days: number };
const since = ({ now, days }: Span) => new Date(Date.parse(now) - days * dayMs).toISOString();

function turnsIn(trigger: DateTrigger, span: Span, timeZone: string): Turn[] {
  const turns: Turn[] = [];
  let turn = turnBehind(since(span), trigger, timeZone);
  while (turn.at <= span.now) {
    turns.push(turn);
    turn = turnAfter(turn, trigger, timeZone);
  }
  return turns;
}

/** The kind's newest records, with what lies beside contacts; one Query and up to eight BatchGets. */
async function newest(
  workspaceId: string,
  kind: DateTrigger['kind'],
): Promise<{ id: string; facts: object }[]> {
  const pk = `${workspacePk(workspaceId)}#LIST#${kind.toUpperCase()}`;
  const { items } = await queryItems({ pk, newestFirst: true, limit: mostLooked });
  const ids = items.map(({ id }) => String(id));
  const beside = kind === 'contact' ? [purchasesSk, touchSk, riskSk, scoreSk] : [];
  const keysOf = (id: string) => {
    const key = recordKey(workspaceId, kind, id);
    return [key, ...beside.map((sk) => ({ ...key, sk }))];
  };
  const found = ids.length > 0 ? await getItems(ids.flatMap(keysOf)) : new Map<string, Item>();
  return ids.flatMap((id) => {
    const record = found.get(nameOf(recordKey(workspaceId, kind, id)));
    if (!record || record.deletedAt) return [];
    const facts = kind === 'contact' ? contactFacts({ record, borrowed: found, now: '' }) : record;
    return [{ id, facts }];
  });
}

/** The turns of a date rule that are past, for the newest 200 records of its kind. */
async function pastDates(workspaceId: string, trigger: DateTrigger, span: Span): Promise<Past> {
  const { timeZone } = await workspaceOf(workspaceId);
  const records = await newest(workspaceId, trigger.kind);
  const { kind, field, yearly } = trigger;
  const dates = [{ field, yearly, since: 0 }];
  const daysOf = new Map(
    records.map(({ id, facts }) => [
      id,
      dateEntries({ workspaceId, kind, id }, facts, { dates, timeZone }).map(
        ({ sk }) => sk.split('#')[0] ?? '',
      ),
    ]),
  );
  const events = turnsIn(trigger, span, timeZone).flatMap((turn) => {
    const meant = daysMeant(turn, trigger);
    const ids = records
      .map(({ id }) => id)
      .filter((id) => daysOf.get(id)?.some((day) => meant.includes(day)));
    return ids.map(
      (recordId): Happened => ({
        id: `${turn.day}.${recordId}`,
        type: 'rule.date',
        workspaceId,
        at: turn.at,
        data: { recordId },
      }),
    );
  });
  return { events: events.toReversed(), looked: records.length, since: since(span) };
}

/** As if the newest members of a segment had come in, or gone out, just now: when they did is not kept. */
async function pastMoves(workspaceId: string, segmentId: string, type: string, { now }: Span): Promise<Past> {
  const pk = membersPk(workspaceId, segmentId);
  const { items } = await queryItems({ pk, newestFirst: true, limit: mostLooked });
  const events = items.map(
    ({ id, of }): Happened => ({
      id: `${segmentId}.${String(id)}`,
      type,
      workspaceId,
      at: now,
      data: { segmentId, recordId: id, of, initial: false },
    }),
  );
  return { events, looked: items.length, since: now };
}

/** What a moment or a segment would have begun a rule with. */
export const pastTurns = (
  workspaceId: string,
  trigger: Exclude<Trigger, { on: 'event' }>,
  span: Span,
): Promise<Past> =>
  trigger.on === 'date'
    ? pastDates(workspaceId, trigger, span)
    : pastMoves(workspaceId, trigger.segmentId ?? '', `segment.${trigger.turn}`, span);
