/** A grade at a moment; a chart has the oldest at the left. */
export type Graded = { at: string; grade: number };
type Point = Graded & { x: number; y: number };
type Box = { width: number; height: number; inset: number };

/** The lowest figure of the axis: a ten below the worst, so that a chart of good grades still moves. */
export const lowest = (grades: readonly Graded[]): number =>
  Math.max(0, Math.floor((Math.min(...grades.map(({ grade }) => grade)) - 1) / 10) * 10);

/** Where the grades stand in a box: from left to right by when they were given, 100 at its top. One alone stands at the right. */
export function pointsOf(grades: readonly Graded[], { width, height, inset }: Box): Point[] {
  const times = grades.map(({ at }) => Date.parse(at));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const bottom = lowest(grades);
  return grades.map((one, at) => {
    const part = last === first ? 1 : ((times[at] ?? last) - first) / (last - first);
    return {
      ...one,
      x: inset + part * (width - 2 * inset),
      y: inset + ((100 - one.grade) / (100 - bottom)) * (height - 2 * inset),
    };
  });
}
