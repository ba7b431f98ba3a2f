/** How often a thing came out right, and what did not. */
export type Tally = { name: string; right: number; of: number; wrong: string[] };

type Judged = { isRight: boolean; told: string };
export const tallyOf = (name: string, all: readonly Judged[]): Tally => ({
  name,
  right: all.filter(({ isRight }) => isRight).length,
  of: all.length,
  wrong: all.filter(({ isRight }) => !isRight).map(({ told }) => told),
});
