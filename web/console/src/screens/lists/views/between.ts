type Placed = { position: number };

/** The position of a view that goes one place forward (-1) or back (1) among the others; undefined where it is at that end already. */
export function positionAfter(views: readonly Placed[], at: number, by: -1 | 1): number | undefined {
  const neighbour = views[at + by];
  if (!neighbour) return undefined;
  const beyond = views[at + by + by]?.position;
  const edge = by < 0 ? 0 : neighbour.position + 2;
  return (neighbour.position + (beyond ?? edge)) / 2;
}
