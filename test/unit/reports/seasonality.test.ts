import { describe, expect, it } from 'vitest';
import { methodFor, seasonIndexes } from '../../../shared/reports/seasonality.ts';

/** How much of a mean month each calendar month has; their mean is 1. */
const season = [0.6, 0.7, 0.9, 1, 1.1, 1.2, 0.8, 0.7, 0.9, 1, 1.3, 1.8];
const rounded = (all: (number | undefined)[]) => all.map((one) => one && Number(one.toFixed(6)));
const level = (months: number, first = 0) =>
  Array.from({ length: months }, (_, n) => 100 * (season[(first + n) % 12] ?? 0));

describe('the index of a calendar month', () => {
  it('is the season itself, in whichever month the figures begin, where nothing grows', () => {
    expect(rounded(seasonIndexes(level(36), 0))).toEqual(season);
    expect(rounded(seasonIndexes(level(29, 4), 4))).toEqual(season);
    expect(rounded(seasonIndexes(level(12), 0))).toEqual(season);
  });

  it('takes growth out where there are two years, so that the last months of a year are not its best for that alone', () => {
    const growing = Array.from({ length: 48 }, (_, n) => 100 + 5 * n);
    const long = seasonIndexes(growing, 0);
    expect(Math.max(...long.map(Number)) - Math.min(...long.map(Number))).toBeLessThan(0.01);
    const short = seasonIndexes(growing.slice(0, 12), 0);
    expect(short[11]).toBeGreaterThan(1.2);
  });

  it('is scaled so that a mean month has 1', () => {
    const noisy = level(40).map((value, n) => value * (1 + ((n * 7) % 5) / 20));
    const indexes = seasonIndexes(noisy, 0).map(Number);
    expect(indexes.reduce((sum, one) => sum + one, 0)).toBeCloseTo(12, 9);
  });

  it('is by the newest twelve months below two years, and by what there is below one', () => {
    expect(rounded(seasonIndexes([...Array(7).fill(9999), ...level(12, 7)], 0))).toEqual(season);
    expect(rounded(seasonIndexes([10, 30], 11))).toEqual([1.5, ...Array(10).fill(undefined), 0.5]);
    expect([11, 12, 23, 24].map(methodFor)).toEqual(['mean_of_part', 'mean', 'mean', 'moving_average']);
  });

  it('is none of what was never sold', () => {
    expect(seasonIndexes(Array(30).fill(0), 0)).toEqual(Array(12).fill(undefined));
    expect(seasonIndexes([], 0)).toEqual(Array(12).fill(undefined));
  });
});
