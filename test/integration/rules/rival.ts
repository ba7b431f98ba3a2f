import { db } from '../../../shared/platform/dynamo.ts';

const life: { comes: (() => Promise<unknown>) | undefined; passes: number } = { comes: undefined, passes: 0 };
type Next = (args: { input: object }) => Promise<unknown>;

/** A rival comes once, between what a process has read and the transaction by which it writes. */
const rivalry = (next: Next) => async (args: { input: object }) => {
  const { comes } = life;
  if (!comes || !('TransactItems' in args.input)) return next(args);
  if (life.passes-- > 0) return next(args);
  life.comes = undefined;
  await comes();
  return next(args);
};
db.middlewareStack.add(rivalry as never, { step: 'initialize', name: 'rivalry', priority: 'high' });

/** Has somebody else do something right before the next transaction, or one of those behind it. */
export function beforeTransaction(nth: number, comes: () => Promise<unknown>): void {
  Object.assign(life, { comes, passes: nth - 1 });
}
