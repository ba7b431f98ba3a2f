export const units = ['h', 'd', 'w'] as const;
export type Unit = (typeof units)[number];
/** A time like `3d`, apart. */
export function readDuration(text: string | undefined): { count: number; unit: Unit } | undefined {
  const [, count, unit] = /^([1-9]\d{0,3})([hdw])$/.exec(text ?? '') ?? [];
  return count ? { count: Number(count), unit: unit as Unit } : undefined;
}
export const writeDuration = (count: number, unit: Unit): string => `${count}${unit}`;
