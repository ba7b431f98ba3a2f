import { type Deed, deepestStep, type Step, type StepOf } from './definition.ts';

export type Side = 'yes' | 'no';
/** A list of steps: the rule's own, or one side of a branch. */
export type List = { of: string; side: Side } | undefined;
/** A step with where it stands: in which list, at which place, how deep, and as a JSON pointer of the definition. */
export type Placed = { step: Step; list: List; at: number; depth: number; pointer: string };

const sides = ['yes', 'no'] as const;
function placedIn(steps: readonly Step[], list: List, pointer: string, depth: number): Placed[] {
  return steps.flatMap((step, at) => {
    const own = { step, list, at, depth, pointer: `${pointer}/${at}` };
    if (step.do !== 'branch') return [own];
    const inner = sides.flatMap((side) =>
      placedIn(step[side], { of: step.id, side }, `${own.pointer}/${side}`, depth + 1),
    );
    return [own, ...inner];
  });
}
/** All steps in the order in which they are read, those of branches behind their branch. */
export const placedSteps = (steps: readonly Step[]): Placed[] => placedIn(steps, undefined, '/steps', 1);

/** Which step a pointer of the API's error stands at, wherever the definition itself stands in what was sent. */
export function stepAt(steps: readonly Step[], pointer: string): Placed | undefined {
  const within = pointer.replace(/^\/(draft|definition)(?=\/)/, '');
  const holds = placedSteps(steps).filter(
    ({ pointer: place }) => within === place || within.startsWith(`${place}/`),
  );
  return holds.at(-1);
}

type Change = (steps: Step[]) => Step[];
/** The steps with one of their lists changed. */
function withList(steps: readonly Step[], list: List, change: Change): Step[] {
  if (!list) return change([...steps]);
  return steps.map((step) => {
    if (step.do !== 'branch') return step;
    if (step.id === list.of) return { ...step, [list.side]: change([...step[list.side]]) };
    return { ...step, yes: withList(step.yes, list, change), no: withList(step.no, list, change) };
  });
}
const listOf = (steps: readonly Step[], list: List): readonly Step[] => {
  if (!list) return steps;
  const branch = placedSteps(steps).find(({ step }) => step.id === list.of)?.step;
  return branch?.do === 'branch' ? branch[list.side] : [];
};

export const insertStep = (steps: readonly Step[], list: List, at: number, step: Step): Step[] =>
  withList(steps, list, (all) => all.toSpliced(at, 0, step));

function found(steps: readonly Step[], id: string): Placed | undefined {
  return placedSteps(steps).find(({ step }) => step.id === id);
}
/** The steps without one of them, and without what lies in it. */
export function removeStep(steps: readonly Step[], id: string): Step[] {
  const there = found(steps, id);
  return there ? withList(steps, there.list, (all) => all.toSpliced(there.at, 1)) : [...steps];
}
export function putStep(steps: readonly Step[], step: Step): Step[] {
  const there = found(steps, step.id);
  return there ? withList(steps, there.list, (all) => all.with(there.at, step)) : [...steps];
}

/** How many levels a step has, itself among them. */
const heightOf = (step: Step): number =>
  step.do === 'branch' ? 1 + Math.max(0, ...[...step.yes, ...step.no].map(heightOf)) : 1;

/** Between two steps of a list, or behind its last one. */
export type Place = { list: List; at: number };
/** Out of a branch: before it or behind it. */
function outOf(steps: readonly Step[], { of }: NonNullable<List>, by: -1 | 1): Place | undefined {
  const branch = found(steps, of);
  return branch && { list: branch.list, at: branch.at + (by > 0 ? 1 : 0) };
}
/** Into the branch that stands there: its end from below, its beginning from above. */
function into(steps: readonly Step[], branch: StepOf<'branch'>, by: -1 | 1): Place {
  const list = { of: branch.id, side: by > 0 ? ('yes' as const) : ('no' as const) };
  return { list, at: by > 0 ? 0 : listOf(steps, list).length };
}

/** The place that is next to a step's, of the steps without it. */
function nextPlace(rest: readonly Step[], { list, at, step }: Placed, by: -1 | 1): Place | undefined {
  const all = listOf(rest, list);
  const neighbour = by > 0 ? all[at] : all[at - 1];
  if (!neighbour) return list && beyond(rest, list, by);
  if (neighbour.do !== 'branch') return { list, at: at + by };
  const depth = (found(rest, neighbour.id)?.depth ?? 1) + heightOf(step);
  return depth > deepestStep ? { list, at: at + by } : into(rest, neighbour, by);
}
/** Past the end of a branch's side: its other side, or out of it. */
function beyond(rest: readonly Step[], list: NonNullable<List>, by: -1 | 1): Place | undefined {
  const other = by > 0 ? 'no' : 'yes';
  if (list.side === other) return outOf(rest, list, by);
  const side = { of: list.of, side: other } as const;
  return { list: side, at: by > 0 ? 0 : listOf(rest, side).length };
}

/** The steps with one a place up or down, into branches and out of them as it goes; undefined where there is no such place. */
export function moveStep(steps: readonly Step[], id: string, by: -1 | 1): Step[] | undefined {
  const there = found(steps, id);
  if (!there) return undefined;
  const rest = removeStep(steps, id);
  const place = nextPlace(rest, there, by);
  return place && insertStep(rest, place.list, place.at, there.step);
}

const isSameList = (one: List, other: List) => one?.of === other?.of && one?.side === other?.side;
/** The place as it is once the step is taken out; undefined where the step stands there. */
function placeWithout(there: Placed, { list, at }: Place): Place | undefined {
  if (!isSameList(there.list, list)) return { list, at };
  const isHere = at === there.at || at === there.at + 1;
  return isHere ? undefined : { list, at: at > there.at ? at - 1 : at };
}

/** The steps with one at another place; undefined where it would lie in itself, deeper than steps may, or where it is. */
export function placeStep(steps: readonly Step[], id: string, to: Place): Step[] | undefined {
  const there = found(steps, id);
  const place = there && placeWithout(there, to);
  if (!place) return undefined;
  const rest = removeStep(steps, id);
  const depth = place.list ? found(rest, place.list.of)?.depth : 0;
  if (depth === undefined || depth + heightOf(there.step) > deepestStep) return undefined;
  return insertStep(rest, place.list, place.at, there.step);
}

const stems: Partial<Record<Deed, string>> = {
  send_mail: 'mail',
  create_task: 'task',
  set_field: 'field',
  add_tag: 'tag',
  remove_tag: 'untag',
  move_deal: 'move',
  call_webhook: 'webhook',
};
/** A name for a new step that no other of the rule has. */
function newId(steps: readonly Step[], deed: Deed): string {
  const stem = stems[deed] ?? deed;
  const taken = new Set(placedSteps(steps).map(({ step }) => step.id));
  for (let n = 1; ; n++) {
    const id = n === 1 ? stem : `${stem}-${n}`;
    if (!taken.has(id)) return id;
  }
}

const blank: { [D in Deed]: Omit<StepOf<D>, 'id' | 'do'> } = {
  send_mail: { to: 'contact' },
  create_task: { title: '', dueInDays: 0, owner: 'record_owner' },
  assign: { who: { how: 'round_robin', users: [] } },
  set_field: { field: '', value: null },
  add_tag: { tag: '' },
  remove_tag: { tag: '' },
  move_deal: { stageId: '' },
  notify: { users: ['record_owner'], text: '' },
  call_webhook: { webhookId: '' },
  wait: { for: '3d' },
  branch: { if: {}, of: 'record', yes: [], no: [] },
  stop: {},
};
/** A new step as it begins. */
export const newStep = (steps: readonly Step[], deed: Deed): Step =>
  ({ id: newId(steps, deed), do: deed, ...blank[deed] }) as Step;
