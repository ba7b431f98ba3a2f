import { describe, expect, it } from 'vitest';
import {
  bodyOf,
  faultsByRule,
  newRule,
  type RuleDraft,
  savedOf,
} from '../../../web/console/src/screens/settings/scoring/scoring-values.ts';

const rules: RuleDraft[] = [
  { id: 'rule_2', name: 'Firm', group: 'fit', points: 8, mail: 'business' },
  { id: 'met', name: 'Met', group: 'engagement', points: 15, did: 'met', halfLifeDays: 30 },
];
const whole = { version: 3, base: 0, caps: { fit: 40, engagement: 70 }, hotFrom: 70, rules: rules as never };

describe('rules of scores in the console', () => {
  it('come back as they were read', () => {
    const { version, values } = savedOf(whole);
    expect(version).toBe(3);
    const { version: _, ...body } = whole;
    expect(bodyOf(values)).toEqual(body);
    expect(bodyOf({ ...values, outcomeField: 'signed' })).toEqual({ ...body, outcomeField: 'signed' });
  });

  it('are sent without a number that was deleted, so that the API refuses it rather than take its own', () => {
    const { values } = savedOf(whole);
    expect(bodyOf({ ...values, hotFrom: undefined, fitCap: undefined })).toMatchObject({
      hotFrom: null,
      caps: { fit: null, engagement: 70 },
    });
  });

  it('have a new one under a name that no other has', () => {
    const added = newRule([...rules, { ...(rules[0] as RuleDraft), id: 'rule_3' }], 'fit');
    expect(added.id).toBe('rule_4');
    expect(newRule(rules, 'engagement')).toMatchObject({ id: 'rule_3', group: 'engagement' });
  });

  it('have what the API says of them at their part, and what it says of the whole at what they ask', () => {
    const fault = (pointer: string) => ({ pointer, code: 'x', detail: pointer });
    const by = faultsByRule(rules, [
      fault('/rules/1/halfLifeDays'),
      fault('/rules/0'),
      fault('/rules/0/when/jobTitle'),
      fault('/rules/7/name'),
      fault('/hotFrom'),
    ]);
    expect([...by].map(([at, { detail }]) => [at, detail])).toEqual([
      ['met halfLifeDays', '/rules/1/halfLifeDays'],
      ['rule_2 when', '/rules/0'],
    ]);
  });
});
