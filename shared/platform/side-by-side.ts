/**
 * The values of reads that are made side by side. Where one throws, it is thrown once all have come to an end: what a refused
 * request costs does not depend on which of them was quicker, and none is left open when its function is frozen.
 */
export async function sideBySide<T extends readonly unknown[]>(
  reads: {
    [Place in keyof T]: Promise<T[Place]>;
  },
): Promise<T> {
  await Promise.allSettled(reads);
  return (await Promise.all(reads)) as unknown as T;
}
