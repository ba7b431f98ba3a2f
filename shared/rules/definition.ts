import * as z from 'zod';
import { Condition } from '../conditions/condition.ts';
import { AppError, type ErrorDetail } from '../core/errors.ts';
import { type Branch, deepestStep, mostSteps, Step } from './step.ts';
import { Trigger } from './trigger.ts';

const mostBytes = 32_000;

/** What a rule does: when it begins, of which records, and what follows. */
export const Definition = z
  .strictObject({
    trigger: Trigger,
    condition: Condition.optional().describe('It begins only where this holds of the record.'),
    steps: z.array(Step).max(mostSteps),
  })
  .meta({ id: 'RuleDefinition' });
export type Definition = z.infer<typeof Definition>;

/** A step with where it stands (a JSON pointer into the definition) and how deep. */
export type Placed = { step: Step; pointer: string; depth: number };
const within = ({ yes, no }: Branch, pointer: string, depth: number): Placed[] => [
  ...placedIn(yes, `${pointer}/yes`, depth + 1),
  ...placedIn(no, `${pointer}/no`, depth + 1),
];
function placedIn(steps: readonly Step[], pointer: string, depth: number): Placed[] {
  return steps.flatMap((step, n) => {
    const own = { step, pointer: `${pointer}/${n}`, depth };
    return step.do === 'branch' ? [own, ...within(step, own.pointer, depth)] : [own];
  });
}
/** All steps, those of branches among them, in the order in which they are written. */
export const placedSteps = ({ steps }: Pick<Definition, 'steps'>): Placed[] => placedIn(steps, '/steps', 1);

/** A step by its id; undefined where the definition has none of it. */
export const stepOf = (definition: Pick<Definition, 'steps'>, id: string): Step | undefined =>
  placedSteps(definition).find(({ step }) => step.id === id)?.step;

function waitFault({ step, pointer }: Placed): ErrorDetail[] {
  if (step.do !== 'wait') return [];
  const isTimed = step.for !== undefined && step.until === undefined && step.atMost === undefined;
  const isAsked = step.for === undefined && step.until !== undefined && step.atMost !== undefined;
  if (isTimed || isAsked) return [];
  return [{ pointer, code: 'invalid', detail: 'A wait has `for`, or `until` with `atMost`.' }];
}

/** What is wrong with the form of a definition, with pointers from `base` on; a draft may still have no steps. */
function faultsOf(definition: Definition, base: string): ErrorDetail[] {
  const placed = placedSteps(definition);
  const seen = new Set<string>();
  const doubles = placed.filter(({ step: { id } }) => seen.has(id) || !seen.add(id));
  const deep = placed.filter(({ depth }) => depth > deepestStep);
  const isLong = Buffer.byteLength(JSON.stringify(definition)) > mostBytes;
  const all: ErrorDetail[] = [
    ...doubles.map(({ step, pointer }) => ({
      pointer: `${pointer}/id`,
      code: 'duplicate',
      detail: `Another step is called ${step.id}.`,
    })),
    ...deep.map(({ pointer }) => ({
      pointer,
      code: 'too_deep',
      detail: `Steps lie in each other at most ${deepestStep} deep.`,
    })),
    ...placed.flatMap(waitFault),
    ...(placed.length > mostSteps
      ? [{ pointer: '/steps', code: 'too_big', detail: `A rule has at most ${mostSteps} steps in all.` }]
      : []),
    ...(isLong ? [{ pointer: '', code: 'too_big', detail: `A rule has at most ${mostBytes} bytes.` }] : []),
  ];
  return all.map((fault) => ({ ...fault, pointer: base + fault.pointer }));
}

/** Throws 400 `validation_failed` with a pointer for each fault; `base` is where the definition stands in the request. */
export function assertSound(definition: Definition, base: string): void {
  const errors = faultsOf(definition, base);
  if (errors.length === 0) return;
  const message = 'The request is not valid; see errors.';
  throw new AppError('invalid', 'validation_failed', message, { errors: errors.slice(0, 50) });
}
