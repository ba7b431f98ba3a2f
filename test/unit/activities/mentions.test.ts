import { describe, expect, it } from 'vitest';
import { mentionsAfter, mentionsIn, mostMentions } from '../../../shared/activities/mentions.ts';
import { ann, ben } from '../../fixtures/ids.ts';

const text = `Ask @[Ann Archer](${ann}), then @[Ann](${ann}).`;
const many = Array.from({ length: mostMentions + 1 }, (_, n) => `us_01K${String(n).padStart(23, '0')}`);

describe('whom a note mentions', () => {
  it('are those whom its text names, each once; what only looks like it is text', () => {
    expect(mentionsIn(text)).toEqual([ann]);
    expect(mentionsIn(`@[x](ct_1) @[](${ann}) [x](${ann}) @[a\nb](${ann})`)).toEqual([]);
  });

  it('are both whom the text names and whom it is said of', () => {
    expect(mentionsAfter(undefined, text, [ben])).toEqual([ben, ann]);
  });

  it('are no longer those whom the text names no more, and still those of whom it was said', () => {
    const before = { text, mentions: [ben, ann] };
    expect(mentionsAfter(before, 'Never mind.')).toEqual([ben]);
    expect(mentionsAfter(before, text, [])).toEqual([ann]);
  });

  it('are not more than twenty', () => {
    expect(() => mentionsAfter(undefined, undefined, many)).toThrow(/not valid/);
    expect(mentionsAfter(undefined, undefined, many.slice(1))).toHaveLength(mostMentions);
  });
});
