import { createHash } from 'node:crypto';

type Key = { name: string; value: string };
/** 48 bits of a digest, which a number holds exactly: among a million keys two are taken for one with a chance of 1 in 500. */
const shortOf = ({ name, value }: Key) =>
  createHash('sha256').update(`${name}#${value}`).digest().readUIntBE(0, 6);

/** Knows which row had a key first, for some 50 bytes a key. */
export function rowMemory() {
  const first = new Map<number, number>();
  return {
    /** The row that had one of these keys before; else this one has them from now on. */
    seen(keys: readonly Key[], number: number): number | undefined {
      const short = keys.map(shortOf);
      const before = short.map((key) => first.get(key)).find((row) => row !== undefined);
      if (before === undefined) for (const key of short) first.set(key, number);
      return before;
    },
  };
}
