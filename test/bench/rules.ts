/* node test/bench/rules.ts: what ten live rules cost ten thousand changes, and what a run costs. Prints a table and, as the last line, all figures as one JSON object. */
import type { SQSEvent } from 'aws-lambda';
import { handler } from '../../functions/rules/on-event-run-rules.ts';
import { contactRecord } from '../../shared/contacts/contact.ts';
import { meter, resetMeter } from '../../shared/platform/meter.ts';
import { makePresets } from '../../shared/rules/preset-store.ts';
import { createRule, NewRule, publishRule } from '../../shared/rules/rule.ts';
import { savePublished, saveRule } from '../../shared/rules/rule-store.ts';
import { workspaceRecord } from '../../shared/workspaces/workspace.ts';
import { aContact } from '../fixtures/contact.ts';
import { acme, contactId, noon } from '../fixtures/ids.ts';
import { aWorkspace } from '../fixtures/workspace.ts';
import { aContext } from '../helpers/context.ts';
import { useTable } from '../helpers/dynamo.ts';
import { keep } from '../helpers/keep.ts';
import { rounded, table } from './print.ts';

await useTable();
await keep(workspaceRecord, aWorkspace());
await keep(contactRecord, aContact({ score: 50 }));
await makePresets(acme);

const named = [
  'score',
  'ownerId',
  'tags',
  'lifecycle',
  'companyId',
  'jobTitle',
  'language',
  'birthday',
  'phones',
  'emails',
];
for (const [n, field] of named.entries()) {
  const draft = {
    trigger: { on: 'event', events: ['contact.updated'], fields: [field] },
    condition: { score: { $gte: n === 1 ? 0 : 90 } }, // of one the condition holds
    steps: [{ id: 'task', do: 'create_task', title: 'Call {{contact.firstName}}' }],
  };
  const by = aContext();
  const rule = await saveRule(createRule(NewRule.parse({ name: field, draft }), by), by);
  await savePublished(publishRule(rule, by), 'contact', by);
}

let n = 0;
/** Gives changes of these fields to the rules, ten a message batch. */
async function changes(title: string, count: number, fields: string[]) {
  resetMeter();
  const started = performance.now();
  for (let done = 0; done < count; done += 10) {
    const Records = Array.from({ length: 10 }, () => {
      const data = { recordId: contactId, recordVersion: 2, fields };
      const detail = { id: `ch_${n++}.0`, workspaceId: acme, at: noon, version: 1, data };
      return { messageId: String(n), body: JSON.stringify({ 'detail-type': 'contact.updated', detail }) };
    });
    await handler({ Records } as unknown as SQSEvent);
  }
  const ms = performance.now() - started;
  const { requests, read, write } = meter;
  const each = (value: number, digits = 3) => rounded(value / count, digits);
  return { title, count, requests: each(requests), read: each(read), write: each(write), ms: each(ms, 2) };
}

const rows = [
  await changes('named by no rule', 10_000, ['firstName']),
  await changes('named, the condition does not hold', 1000, ['score']),
  await changes('a run that makes a task', 200, ['ownerId']),
];
table('A change, with ten live rules: requests, read and write units', rows);
process.stdout.write(`${JSON.stringify(rows)}\n`);
process.exit(0);
