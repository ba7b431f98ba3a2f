import type { Projection } from '../../../shared/core/projection.ts';

/** A record with more entries than one transaction holds: some hundred words, of which each is an entry and is counted. */
export const wordyProjection: Projection = {
  definition: 1,
  project({ record }) {
    const words = Array.from({ length: Number(record.words) }, (_, i) => `w${i}`);
    const pk = `WS#${record.workspaceId}#WORD`;
    return {
      entries: words.map((word) => ({ pk: `${pk}#${word}`, sk: String(record.id), colour: record.colour })),
      counters: words.length > 0 ? { [`${pk}#COUNT`]: { words: words.length, [`${record.colour}`]: 1 } } : {},
    };
  },
};
