import type { Definition } from './definition.ts';
import type { Step } from './step.ts';

/** Each step's next one, where it is not a branch's own choice: its neighbour, else what comes behind the branch that it ends. */
function* nexts(steps: readonly Step[], behind: string | undefined): Generator<[string, string | undefined]> {
  for (const [n, step] of steps.entries()) {
    const next = steps[n + 1]?.id ?? behind;
    yield [step.id, next];
    if (step.do !== 'branch') continue;
    yield* nexts(step.yes, next);
    yield* nexts(step.no, next);
  }
}

export const firstStep = ({ steps }: Pick<Definition, 'steps'>): string | undefined => steps[0]?.id;

/** The step that follows another; undefined at the end. Of a branch, what comes behind it. */
export function stepAfter({ steps }: Pick<Definition, 'steps'>, id: string): string | undefined {
  for (const [one, next] of nexts(steps, undefined)) if (one === id) return next;
  return undefined;
}

/** The step that a branch leads to: the first of the side that was chosen, else what comes behind it. */
export function stepInto(
  definition: Pick<Definition, 'steps'>,
  branch: Step,
  holds: boolean,
): string | undefined {
  if (branch.do !== 'branch') return stepAfter(definition, branch.id);
  const [first] = holds ? branch.yes : branch.no;
  return first?.id ?? stepAfter(definition, branch.id);
}
