import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Definition } from '../../../shared/rules/definition.ts';
import { assertPublishable } from '../../../shared/rules/publishable-store.ts';
import { aPolicy, everyVerb } from '../../helpers/access-policies.ts';
import { aContext } from '../../helpers/context.ts';
import { useRules } from './rules-world.ts';

afterAll(() => vi.useRealTimers());
beforeEach(() => useRules());

const all = everyVerb('all');
type Given = Parameters<typeof aPolicy>[0];
/** What publishing answers to who has these rights. */
async function published(policy: Given, trigger: object, steps: object[] = [{ id: 's', do: 'stop' }]) {
  const definition = Definition.parse({ trigger, steps });
  const { actor } = aContext({ policy: aPolicy(policy) });
  return assertPublishable(actor, definition).catch(({ code, more }) => [code, more.errors[0].pointer]);
}
const everything = { contact: all, company: all, deal: all, task: all, activity: all };

describe('a rule that begins with a field', () => {
  const date = (field: string) => ({ on: 'date', kind: 'contact', field, at: '09:00', yearly: true });
  const onField = { on: 'event', events: ['contact.updated'], fields: ['firstName', 'birthday'] };
  const fields = { contact: { birthday: 'hidden' as const } };

  it('is for who sees it in every record: they hear of it by what follows', async () => {
    expect(await published({ ...everything, fields }, date('birthday'))).toEqual([
      'field_forbidden',
      '/draft/trigger/field',
    ]);
    expect(await published({ ...everything, fields }, onField)).toEqual([
      'field_forbidden',
      '/draft/trigger/fields/1',
    ]);
    expect(await published(everything, date('birthday'))).toBe('contact');
    expect(await published(everything, onField)).toBe('contact');
  });

  it('is one of a day that there is', async () => {
    expect(await published(everything, date('birthdya'))).toEqual([
      'condition_invalid',
      expect.stringContaining('/draft/trigger/field'),
    ]);
  });
});

it('a task names nobody whom its rule’s publisher may not read', async () => {
  const own = { ...everything, contact: everyVerb('own') };
  const trigger = { on: 'event', events: ['deal.moved'] };
  const titled = (title: string) => [{ id: 't', do: 'create_task', title }];
  expect(await published(own, trigger, titled('Call {{contact.lastName}}'))).toEqual([
    'rule_out_of_reach',
    '/draft/steps/0/title',
  ]);
  expect(await published(own, trigger, titled('Look at {{deal.name}}'))).toBe('deal');
});

it('who may not write to everybody has no rule do it', async () => {
  const own = { ...everything, activity: everyVerb('own') };
  const trigger = { on: 'event', events: ['form.submitted'] };
  const steps = [{ id: 'm', do: 'send_mail', template: 'of_source' }];
  expect(await published(own, trigger, steps)).toEqual(['rule_out_of_reach', '/draft/steps/0']);
  expect(await published(everything, trigger, steps)).toBe('contact');
});
