import * as z from 'zod';
import { Binning, binOf, type Row } from './binning.ts';
import { logisticOf } from './logistic.ts';

/** What was learned: by feature what each of its bins adds to the log-odds. `base` is what it adds in the mean. */
export const Model = z.object({
  intercept: z.number(),
  features: z.array(
    z.object({ name: z.string(), binning: Binning, weights: z.array(z.number()), base: z.number() }),
  ),
});
export type Model = z.infer<typeof Model>;

/** What one feature adds to a probability, in hundredths: against a thing that is as most are in it. */
export type Part = { name: string; value: Row[string]; points: number };

const addedBy = ({ binning, weights }: Model['features'][number], row: Row, name: string) =>
  weights[binOf(binning, row[name])] ?? 0;

export const logitFor = ({ intercept, features }: Model, row: Row): number =>
  features.reduce((sum, feature) => sum + addedBy(feature, row, feature.name), intercept);

/** How likely a thing comes out well, 0 to 1. */
export const probabilityFor = (model: Model, row: Row): number => logisticOf(logitFor(model, row));

/** What speaks for it and against it, the weightiest first. */
export function partsFor(model: Model, row: Row): Part[] {
  const logit = logitFor(model, row);
  const probability = logisticOf(logit);
  return model.features
    .map((feature) => {
      const { name, base } = feature;
      const without = logisticOf(logit - (addedBy(feature, row, name) - base));
      return { name, value: row[name], points: Math.round(100 * (probability - without)) };
    })
    .filter(({ points }) => points !== 0)
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
}
