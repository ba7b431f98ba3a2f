import * as fc from 'fast-check';

const stages = ['new', 'contacted', 'proposal', 'won', 'lost'] as const;
type Stage = (typeof stages)[number];

/** One write of a few items that many writes hit, so that they meet. */
export type Step =
  | { to: 'deal'; n: number; stage: Stage; day: number; amountCents: number }
  /** What lies beside the deal. */
  | { to: 'clock'; n: number; day: number; planned?: number | undefined }
  /** What every deal borrows. */
  | { to: 'pipeline'; idleDays: number }
  /** What every deal of Ann's borrows: the team that she is in. */
  | { to: 'team'; n: number }
  | { to: 'contact'; n: number; day: number }
  | { to: 'activity'; n: number; deals: number[]; text: string }
  | { to: 'wordy'; n: number; words: number; colour: string }
  | { to: 'nothing'; kind: 'deal' | 'clock' | 'contact' | 'activity' | 'wordy' | 'team'; n: number };

const n = fc.nat({ max: 2 });
const day = fc.integer({ min: 1, max: 4 });
const to = <K extends Step['to']>(kind: K) => fc.constant(kind);

export const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      to: to('deal'),
      n,
      stage: fc.constantFrom(...stages),
      day,
      amountCents: fc.nat({ max: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ to: to('clock'), n, day, planned: fc.option(day, { nil: undefined }) }),
  },
  { weight: 2, arbitrary: fc.record({ to: to('pipeline'), idleDays: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ to: to('team'), n }) },
  { weight: 1, arbitrary: fc.record({ to: to('contact'), n, day }) },
  {
    weight: 2,
    arbitrary: fc.record({
      to: to('activity'),
      n,
      deals: fc.uniqueArray(n, { maxLength: 3 }),
      text: fc.constantFrom('Called', 'Wrote'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      to: to('wordy'),
      n,
      words: fc.constantFrom(0, 1, 130, 220),
      colour: fc.constantFrom('red', 'blue'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      to: to('nothing'),
      kind: fc.constantFrom('deal', 'deal', 'clock', 'contact', 'activity', 'wordy', 'team'),
      n,
    }),
  },
);
