import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergePatch } from '../../../shared/core/patch.ts';

const name = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'a', 'b');
const { value } = fc.letrec<{ value: unknown }>((again) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, 1, 'x', true),
    fc.array(again('value'), { maxLength: 2 }),
    fc.array(fc.tuple(name, again('value')), { maxLength: 3 }).map((all) => Object.fromEntries(all)),
  ),
}));
/** As it arrives: with own properties of whatever name. */
const json = fc
  .array(fc.tuple(name, value), { maxLength: 4 })
  .map((all) => JSON.parse(JSON.stringify(Object.fromEntries(all))) as object);

function everyObject(one: unknown, look: (object: object) => void): void {
  if (typeof one !== 'object' || one === null) return;
  look(one);
  for (const key of Object.keys(one)) everyObject((one as Record<string, unknown>)[key], look);
}

test('a patch of whatever names reaches no prototype: neither that of all objects nor that of what it makes', () => {
  const before = Object.getOwnPropertyNames(Object.prototype).sort();
  fc.assert(
    fc.property(json, json, (target, patch) => {
      const merged = mergePatch(target, patch);
      everyObject(merged, (object) => {
        const prototype = Object.getPrototypeOf(object);
        expect(prototype === Object.prototype || prototype === Array.prototype).toBe(true);
      });
      expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
      expect(({} as { a?: unknown }).a).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
});

test('a field that is called as something of every object is merged with what the record has, not with that', () => {
  fc.assert(
    fc.property(name, (field) => {
      const patch = Object.fromEntries([[field, Object.fromEntries([['x', 1]])]]);
      expect(JSON.stringify(mergePatch({}, patch))).toBe(JSON.stringify(patch));
    }),
  );
});
