import { expect, it } from 'vitest';
import { fieldView } from '../../../shared/access/field-view.ts';
import { ann } from '../../fixtures/ids.ts';
import { aPolicy, everyVerb } from '../../helpers/access-policies.ts';

const who = (...roles: ReturnType<typeof aPolicy>[]) => ({
  id: ann,
  rights: { roles, teamIds: [], circle: new Set<string>() },
});

it('tells a field that is hidden in any record in reach, and one that is seen and not set', () => {
  const fields = { contact: { phones: 'hidden', tags: 'readonly' } as const };
  expect(fieldView(who(aPolicy({ contact: everyVerb('all'), fields })), 'contact')).toEqual({
    hidden: ['phones'],
    readonly: ['tags'],
  });
});

it('tells a field that only others’ records hold back', () => {
  const own = aPolicy({ deal: everyVerb('own') });
  const all = aPolicy({ deal: everyVerb('all'), fields: { deal: { amountCents: 'readonly' } } });
  expect(fieldView(who(own, all), 'deal')).toEqual({ hidden: [], readonly: ['amountCents', 'items'] });
});
