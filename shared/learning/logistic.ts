import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/** A row as the columns that are 1 in it, and whether it came out well. */
export type Coded = { columns: readonly number[]; outcome: boolean };

const mostSteps = 30;
const smallStep = 1e-6;
/** Far from the top a whole step may lead beyond it. */
const longestStep = 4;

export const logisticOf = (logit: number) => 1 / (1 + Math.exp(-logit));

/**
 * How dear weights are. `ridge`: each by its square; that of column 0, the intercept, costs nothing. `ties`: pairs of columns that
 * stand beside one another, each by the square of how far it leads from one to the other.
 */
export type Price = {
  ridge: number;
  ties?: { pairs: readonly (readonly [number, number])[]; ridge: number };
};

/** Gradient and curvature of what the weights cost. */
function costAt(weights: readonly number[], { ridge, ties }: Price) {
  const penalties = weights.map((_, column) => (column === 0 ? 1e-9 : ridge));
  const gradient = weights.map((weight, column) => -(penalties[column] ?? 0) * weight);
  const curvature = penalties.map((penalty, column) => {
    const line = new Array<number>(weights.length).fill(0);
    line[column] = penalty;
    return line;
  });
  const bend = (row: number, column: number, by: number) => {
    const line = curvature[row] ?? [];
    line[column] = (line[column] ?? 0) + by;
  };
  const dear = ties?.ridge ?? 0;
  for (const [one, next] of ties?.pairs ?? []) {
    const pull = dear * ((weights[next] ?? 0) - (weights[one] ?? 0));
    gradient[one] = (gradient[one] ?? 0) + pull;
    gradient[next] = (gradient[next] ?? 0) - pull;
    bend(one, one, dear);
    bend(next, next, dear);
    bend(one, next, -dear);
    bend(next, one, -dear);
  }
  return { gradient, curvature };
}

/** Gradient and curvature of the penalised likelihood at some weights. */
function slopeAt(rows: readonly Coded[], weights: readonly number[], price: Price) {
  const { gradient, curvature } = costAt(weights, price);
  for (const { columns, outcome } of rows) {
    const probability = logisticOf(columns.reduce((sum, column) => sum + (weights[column] ?? 0), 0));
    const [error, spread] = [Number(outcome) - probability, probability * (1 - probability)];
    for (const column of columns) {
      gradient[column] = (gradient[column] ?? 0) + error;
      const line = curvature[column] ?? [];
      for (const other of columns) line[other] = (line[other] ?? 0) + spread;
    }
  }
  return { gradient, curvature };
}

/**
 * The weights of a ridge-regularised logistic regression by Newton's method (iteratively reweighted least squares; Hastie,
 * Tibshirani, Friedman, The Elements of Statistical Learning, 4.4.1): the log-odds that each column adds. Column 0 is the intercept
 * and stands in every row. The likelihood is strictly concave with a ridge above 0, so the answer is one and the same.
 */
export function fitLogistic(rows: readonly Coded[], columns: number, price: Price): number[] {
  let weights = new Array<number>(columns).fill(0);
  for (let step = 0; step < mostSteps; step++) {
    const { gradient, curvature } = slopeAt(rows, weights, price);
    const whole = new CholeskyDecomposition(new Matrix(curvature)).solve(Matrix.columnVector(gradient));
    const change = whole.getColumn(0);
    const longest = change.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
    const share = Math.min(1, longestStep / longest);
    weights = weights.map((weight, column) => weight + share * (change[column] ?? 0));
    if (longest < smallStep) break;
  }
  return weights;
}
