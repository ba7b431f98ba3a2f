import { addTo, type Counters, type Key, type Move } from '../core/projection.ts';
import { type TransactItem, tableName } from './dynamo.ts';
import { additionOf, slotKey } from './projection-store.ts';

export const itemsPerTransaction = 100;
const bytesPerTransaction = 2_000_000; // half of DynamoDB's limit: the bytes of JSON are only near those of the item
/** An item that a look borrowed, as it was then. */
export type Borrowed = { key: Key; version: unknown };
/** One record's next step: its moves, the contribution that makes them true, and whether more are to follow. */
export type Plan = {
  key: Key;
  name: string;
  moves: Move[];
  more: boolean;
  put: TransactItem;
  bytes: number;
  /** What must be looked at once more when the moves are made, lest it was changed meanwhile. */
  borrowed: Borrowed[];
};

function itemsOfMove(move: Move): TransactItem[] {
  if (move.kind === 'put')
    return [{ Put: { TableName: tableName(), Item: { ...move.entry, kind: 'entry' } } }];
  return move.kind === 'remove' ? [{ Delete: { TableName: tableName(), Key: move.key } }] : [];
}

/** The plans as one transaction, contributions first, in the plans' order; counters are summed, one item a group. */
export function itemsOf(plans: Plan[], slot: number): TransactItem[] {
  const moves = plans.flatMap((plan) => plan.moves);
  const sums: Counters = {};
  for (const move of moves) if (move.kind === 'add') addTo(sums, move.group, move.measures);
  return [
    ...plans.map((plan) => plan.put),
    ...moves.flatMap(itemsOfMove),
    ...Object.entries(sums).map(([group, measures]) => additionOf(slotKey(group, slot), measures)),
  ];
}

type Box = { plans: Plan[]; groups: Set<string>; items: number; bytes: number };
const groupsOf = ({ moves }: Plan) => moves.flatMap((move) => (move.kind === 'add' ? [move.group] : []));

function fits(box: Box, plan: Plan, groups: string[]): boolean {
  const items = box.items + 1 + plan.moves.length - groups.length;
  return (
    box.bytes + plan.bytes <= bytesPerTransaction &&
    items + box.groups.union(new Set(groups)).size <= itemsPerTransaction
  );
}

/** As few transactions as hold the plans; a record that a rival works on goes alone, so that it cannot make others lose. */
export function pack(plans: Plan[], isAlone: (plan: Plan) => boolean): Plan[][] {
  const boxes: Box[] = [];
  for (const plan of plans.filter((one) => !isAlone(one))) {
    const groups = groupsOf(plan);
    let box = boxes.at(-1);
    if (!box || !fits(box, plan, groups)) {
      box = { plans: [], groups: new Set(), items: 0, bytes: 0 };
      boxes.push(box);
    }
    box.plans.push(plan);
    box.items += 1 + plan.moves.length - groups.length;
    box.bytes += plan.bytes;
    for (const group of groups) box.groups.add(group);
  }
  return [...boxes.map((box) => box.plans), ...plans.filter(isAlone).map((plan) => [plan])];
}
