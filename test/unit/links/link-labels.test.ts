import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLink, linkRecord, patchLink } from '../../../shared/links/link.ts';
import { builtinLabels, canonicalLink, labelFrom } from '../../../shared/links/link-labels.ts';
import { contactId, dealId } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';

const label = fc.oneof(fc.constantFrom(...builtinLabels), fc.string({ minLength: 1, maxLength: 40 }));
const ends = fc.constantFrom([contactId, dealId] as const, [dealId, contactId] as const);

describe('a link', () => {
  it('reads from its first record as it was told, whatever the label', () => {
    fc.assert(
      fc.property(ends, label, ([fromId, toId], said) => {
        const read = labelFrom(canonicalLink({ fromId, toId, label: said }), fromId);
        expect(read.toLowerCase()).toBe(said.toLowerCase());
      }),
    );
  });

  it('is the same link told from either end, by what is built in or by words of one’s own', () => {
    const own = fc.record({ label: fc.constantFrom('Mentor', 'buys'), inverseLabel: fc.constant('sells') });
    const words = fc.oneof(fc.record({ label }), own);
    fc.assert(
      fc.property(ends, words, ([fromId, toId], said) => {
        const one = canonicalLink({ fromId, toId, ...said });
        const back = { label: labelFrom(one, toId), inverseLabel: labelFrom(one, fromId) };
        const { inverseLabel } = said as { inverseLabel?: string };
        const other = canonicalLink({
          fromId: toId,
          toId: fromId,
          ...(inverseLabel ? back : { label: back.label }),
        });
        expect(other).toEqual(one);
      }),
    );
  });

  it('takes no inverse of a label that has one', () => {
    const given = { fromId: contactId, toId: dealId, label: 'works_at', inverseLabel: 'pays' };
    expect(() => createLink(given, aContext())).toThrow('not valid');
    const { after } = createLink({ ...given, inverseLabel: undefined }, aContext());
    expect(() => patchLink(after, { inverseLabel: 'pays' }, aContext())).toThrow('not valid');
  });

  it('of words of one’s own reads backwards by its other words, or alike', () => {
    const link = { fromId: contactId, toId: dealId, label: 'Pate von' };
    expect(labelFrom(link, dealId)).toBe('Pate von');
    expect(labelFrom({ ...link, inverseLabel: 'Patenkind' }, dealId)).toBe('Patenkind');
  });

  it('is one for two records and a label, however it is spelled', () => {
    const values = ['Mentor', 'mentor'].map((said) => {
      const { after } = createLink({ fromId: contactId, toId: dealId, label: said }, aContext());
      return linkRecord.unique(after)[0]?.value;
    });
    expect(values[0]).toBe(values[1]);
  });

  it('is turned by a label of the other direction', () => {
    const { after } = createLink({ fromId: contactId, toId: dealId, label: 'mentor' }, aContext());
    const turned = patchLink(after, { label: 'decision_maker' }, aContext()).after;
    expect(turned).toMatchObject({ fromId: dealId, toId: contactId, label: 'decides_on' });
  });

  it('never ties a record to itself', () => {
    const given = { fromId: contactId, toId: contactId, label: 'related' };
    expect(() => createLink(given, aContext())).toThrow('not valid');
  });
});
