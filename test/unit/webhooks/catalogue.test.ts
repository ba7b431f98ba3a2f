import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { matches } from '../../../infra/local/triggers/pattern.ts';
import { builtinPolicy } from '../../../shared/access/builtin-roles.ts';
import { eventTypes, kindsOf, subjectOf, webhookPattern } from '../../../shared/webhooks/event-catalogue.ts';
import { assertMaySubscribe, listens } from '../../../shared/webhooks/subscription.ts';
import { dealId } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';

/** What parts of Rapport tell each other alone, each looked at by somebody. */
const within = [
  'user.deactivated',
  'handover.',
  'deal.idle_task_made',
  'mail.queued',
  'mail.sent',
  'mail.failed',
  'mail.doubtful',
  'mail.refused',
  'erasure.',
  'export.',
  'data_export.',
  'file.',
  'import.',
  'dedupe.',
  'scoring.',
  'contact.scored',
  'contact.risked',
  'field.',
  'user.',
  'notification.',
  'record.assigned',
  'activity.mentioned',
];
const root = fileURLToPath(new URL('../../../shared', import.meta.url));
const declared = () =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...readFileSync(join(root, name), 'utf8').matchAll(/defineEvent\(\s*'([\w.-]+)'/g)])
    .map(([, type = '']) => type);

test('every event that is declared is on the list of what webhooks hear, or was found to be nobody else’s business', () => {
  const unknown = declared().filter(
    (type) => !eventTypes.some((one) => one === type) && !within.some((part) => type.startsWith(part)),
  );
  expect(unknown, 'Add it to shared/webhooks/event-catalogue.ts, or here').toEqual([]);
});

test('the rule’s pattern fits into EventBridge’s 2,048 characters', () =>
  expect(JSON.stringify(webhookPattern).length).toBeLessThan(2048));

test('what is made up is handed on to no webhook, and everything else is', () => {
  const event = { source: 'crm', 'detail-type': 'deal.created', detail: { id: 'ch_1.0', version: 1 } };
  expect(matches(webhookPattern, event)).toBe(true);
  expect(matches(webhookPattern, { ...event, detail: { ...event.detail, quiet: true } })).toBe(false);
});

test('an event is told of the record that it names', () => {
  expect(subjectOf({ recordId: dealId })).toBe(dealId);
  expect(subjectOf({ dealId, taskId: 'tk_1' })).toBe(dealId);
  expect(subjectOf({ formId: 'fm_1' })).toBeUndefined();
  expect(kindsOf(['form.submitted', 'deal.moved'])).toEqual(['contact', 'deal']);
});

test('a webhook hears what it asked for while it is active', () => {
  expect(listens({ status: 'active', events: ['deal.moved'] }, 'deal.moved')).toBe(true);
  expect(listens({ status: 'active', events: ['deal.moved'] }, 'deal.idle')).toBe(false);
  expect(listens({ status: 'active', events: ['*'] }, 'deal.idle')).toBe(true);
  expect(listens({ status: 'paused', events: ['*'] }, 'deal.idle')).toBe(false);
});

const all = builtinPolicy('admin');
const deals = { events: ['deal.updated' as const], condition: { amountCents: { $gte: 1 } } };
test('a condition is for who reads every record that it is asked of, and the fields that it asks', () => {
  if (!all) throw new Error('There is the role admin');
  const may = (policy: typeof all) => () => assertMaySubscribe(aContext({ policy }).actor, deals);
  expect(may(all)).not.toThrow();
  const { deal } = all.records;
  const own = { ...all, records: { ...all.records, deal: { ...deal, read: 'own' as const } } };
  expect(may(own)).toThrow(expect.objectContaining({ code: 'condition_out_of_reach' }));
  const hidden = { ...all, fields: { ...all.fields, deal: { amountCents: 'hidden' as const } } };
  expect(may(hidden)).toThrow(expect.objectContaining({ code: 'field_forbidden' }));
  expect(() => assertMaySubscribe(aContext({ policy: own }).actor, { events: ['*'] })).not.toThrow();
});

test('a condition on a field that none of the records has is refused', () => {
  const typo = { events: ['deal.updated' as const], condition: { amountCent: 1 } };
  expect(() => assertMaySubscribe(aContext().actor, typo)).toThrow(
    expect.objectContaining({ code: 'condition_invalid' }),
  );
});
