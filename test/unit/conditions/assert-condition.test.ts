import { describe, expect, it, test } from 'vitest';
import { assertCondition } from '../../../shared/conditions/assert-condition.ts';
import type { Condition } from '../../../shared/conditions/condition.ts';
import { askedFields, fieldsOf } from '../../../shared/conditions/fields.ts';
import type { AppError } from '../../../shared/core/errors.ts';

const paths = ['custom.note', 'custom.budget', 'nickname', 'consents.newsletter.status', 'consents.calls.at'];
const declared = { 'custom.budget': 'number', 'custom.fee': 'money' };
const fields = fieldsOf('contact', [...paths, 'consents.newsletter.source'], { declared, accepts: true });
function pointers(condition: unknown): string[] {
  try {
    assertCondition(condition as Condition, fields, '/condition');
    return [];
  } catch (error) {
    expect(error).toMatchObject({ code: 'condition_invalid', status: 400 });
    return ((error as AppError).more.errors ?? []).map(({ pointer }) => pointer);
  }
}

test('the example of the documentation is a condition on contacts', () => {
  const condition = {
    $and: [{ lifecycle: 'lead' }, { score: { $gte: 70 } }, { lastOrderAt: { $before: '-365d' } }],
  };
  expect(pointers(condition)).toEqual([]);
});

describe('what fits the field is taken', () => {
  it.each<[Condition]>([
    [{ 'custom.budget': { $gt: 5, $exists: true } }],
    [{ 'custom.fee.amountCents': { $lte: 500 }, 'custom.note': { $contains: 'x' } }],
    [{ tags: { $in: ['a', 'b'], $startsWith: 'x' } }],
    [{ birthday: { $within: '+14d', $after: '2000-01-01', $eq: 'today' } }],
    [{ createdAt: { $within: ['today', '+3h'], $gte: '2026-01-01' } }],
    [{ ownerId: 'us_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' }],
    [{ lifecycle: { $nin: ['former', 'customer'] } }],
    [{ 'consents.newsletter.status': { $ne: 'withdrawn' }, 'consents.calls.at': { $after: '-1y' } }],
    [{ lastTouchedAt: { $before: '-90d' }, 'phones.type': 'mobile' }],
    [{ createdAt: { $lte: '2026-11-30T09:00:00+01:00', $gt: '2026-11-30T09:00Z' } }],
  ])('%j', (condition) => {
    expect(pointers(condition)).toEqual([]);
  });
});

describe('what does not fit is refused where it stands', () => {
  it.each<[unknown, string[]]>([
    [{ nickname: 'x' }, ['/condition/nickname']],
    [{ constructor: 'x' }, ['/condition/constructor']],
    [{ emails: 'x' }, ['/condition/emails']],
    [{ 'custom.fee': 5, 'custom.budget': 'x' }, ['/condition/custom.fee', '/condition/custom.budget']],
    [{ 'custom.size': 1 }, ['/condition/custom.size']],
    [{ $or: [{ lifecycle: 'lead' }, { lifecycle: 'ld' }] }, ['/condition/$or/1/lifecycle']],
    [{ lifecycle: { $gt: 5 } }, ['/condition/lifecycle/$gt']],
    [{ score: '70' }, ['/condition/score']],
    [{ score: { $contains: '7' } }, ['/condition/score/$contains']],
    [{ firstName: { $gt: 'today' } }, ['/condition/firstName/$gt']],
    [{ birthday: { $after: '-2h' } }, ['/condition/birthday/$after']],
    [{ birthday: { $within: ['2026-01-01T00:00:00Z', 'today'] } }, ['/condition/birthday/$within']],
    [{ createdAt: 5 }, ['/condition/createdAt']],
    [{ 'consents.newsletter.status': 'yes' }, ['/condition/consents.newsletter.status']],
    [{ 'consents.newsletter.source': 'fair' }, ['/condition/consents.newsletter.source']],
    [{ birthday: '2026-02-30' }, ['/condition/birthday']],
    [{ createdAt: { $before: '2026-04-31' } }, ['/condition/createdAt/$before']],
    [{ createdAt: { $before: '2026-11-29T01:00:00' } }, ['/condition/createdAt/$before']],
    [{ createdAt: { $within: ['2026-11-01', '2026-11-31'] } }, ['/condition/createdAt/$within']],
    [{ ownerId: 'me', score: { $in: [1, 'x'] } }, ['/condition/ownerId', '/condition/score/$in']],
    [{ tags: { $near: 1 } }, ['/condition/tags/$near']],
  ])('%j', (condition, where) => {
    expect(pointers(condition)).toEqual(where);
  });
});

test('a field is asked for by the names that a role may hide it by', () => {
  const asked = ['emails.address', 'emails.label', 'custom.budget', 'score'];
  expect(askedFields(asked)).toEqual(['emails', 'custom', 'custom.budget', 'score']);
});
