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

  it('is the same link told from either end by what is built in', () => {
    fc.assert(
      fc.property(ends, fc.constantFrom(...builtinLabels), ([fromId, toId], said) => {
        const one = canonicalLink({ fromId, toId, label: said });
        const other = canonicalLink({ fromId: toId, toId: fromId, label: labelFrom(one, toId) });
        expect(other).toEqual(one);
      }),
    );
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
