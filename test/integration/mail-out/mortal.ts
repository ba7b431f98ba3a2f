import { db } from '../../../shared/platform/dynamo.ts';

export type Death = {
  /** Asked at each call of DynamoDB, with how many came before it. */
  at: (calls: number) => boolean;
  /** `behind`: the call is made, and the process never learns of it. */
  when: 'before' | 'behind';
};
const life: { death: Death | undefined; dead: boolean; calls: number } = {
  death: undefined,
  dead: false,
  calls: 0,
};
type Next = (args: unknown) => Promise<unknown>;

/** A dead process makes no call any more. */
const mortality = (next: Next) => async (args: unknown) => {
  if (life.dead) throw new Error('dead');
  if (!life.death?.at(life.calls++)) return next(args);
  life.dead = true;
  if (life.death.when === 'behind') await next(args);
  throw new Error('died');
};
db.middlewareStack.add(mortality as never, { step: 'initialize', name: 'mortality', priority: 'high' });

/** Runs a step as a process that dies; answers whether it got that far. */
export async function dying(death: Death, step: () => Promise<unknown>): Promise<boolean> {
  Object.assign(life, { death, dead: false, calls: 0 });
  await step().catch(() => undefined);
  const died = life.dead;
  Object.assign(life, { death: undefined, dead: false });
  return died;
}
