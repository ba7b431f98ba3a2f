import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergePatch } from '../../../shared/core/patch.ts';

/** RFC 7396, appendix A, as far as the target is an object, as a record always is. `[original, patch, result]` */
const appendix: [object, object, object][] = [
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

describe('a merge patch answers as RFC 7396, appendix A, says', () => {
  test.each(appendix)('%j patched with %j is %j', (target, patch, result) =>
    expect(mergePatch(target, patch)).toEqual(result),
  );
});

test('a patch twice is as a patch once', () =>
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.dictionary(fc.string(), fc.jsonValue()),
      (old, patch) => {
        const once = mergePatch(old, patch);
        expect(mergePatch(once, patch)).toEqual(once);
      },
    ),
  ));

test('an empty patch changes nothing, and what was given is left as it was', () =>
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (old) => {
      const copy = structuredClone(old);
      expect(mergePatch(old, {})).toEqual(copy);
      expect(old).toEqual(copy);
    }),
  ));

test('undefined in a patch is as if it were absent', () =>
  expect(mergePatch({ a: 1 }, { a: undefined })).toEqual({ a: 1 }));

test('a patch cannot reach an object prototype', () => {
  const patched = mergePatch({}, JSON.parse('{"__proto__": {"admin": true}, "constructor": {"x": 1}}'));
  expect(({} as Record<string, unknown>).admin).toBeUndefined();
  expect(Object.getPrototypeOf(patched)).toBe(Object.prototype);
});
