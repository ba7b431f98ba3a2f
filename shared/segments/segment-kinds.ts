/** Kinds of record that can be in a segment: those whose projections are `segmented` in the registry. */
export const segmentKinds = ['contact', 'company', 'deal', 'task', 'order', 'ticket'] as const;
export type SegmentKind = (typeof segmentKinds)[number];
