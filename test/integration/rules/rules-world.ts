import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { vi } from 'vitest';
import { handler as sweepDue } from '../../../functions/due/sweep.ts';
import { handler as rulesApi } from '../../../functions/rules/api.ts';
import { handler as runRules } from '../../../functions/rules/on-event-run-rules.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { makePresets } from '../../../shared/rules/preset-store.ts';
import { createRuleRoute, publishRuleRoute } from '../../../shared/rules/rule-routes.ts';
import { liveRulesOf } from '../../../shared/rules/rule-store.ts';
import { type Run, Run as RunSchema } from '../../../shared/rules/run.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, contactId, noon } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { call } from '../../helpers/call.ts';
import { readAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

const sqs = mockClient(SQSClient);

/** A table with Acme, its pipeline, Ann and Ada, at noon. */
export async function useRules(contact: Parameters<typeof aContact>[0] = {}): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(noon);
  process.env.KEYS_QUEUE_URL = 'https://sqs.test/keys';
  process.env.WEBHOOKS_QUEUE_URL = 'https://sqs.test/webhooks';
  useSecret();
  sqs.reset();
  sqs.on(SendMessageBatchCommand).resolves({ Successful: [], Failed: [] });
  await useTable();
  liveRulesOf.forget(acme);
  makePresets.forget(acme);
  await keep(workspaceRecord, aWorkspace());
  await keep(pipelineRecord, aPipeline());
  await keep(userRecord, aUser());
  await keep(contactRecord, aContact(contact));
}

/** A rule that is live; answers its id. */
export async function aLiveRule(draft: object, name = 'A rule'): Promise<string> {
  const made = await call(rulesApi, createRuleRoute, { body: { name, draft } });
  const ruleId = String((made.body as { id?: string }).id);
  const { status, body } = await call(rulesApi, publishRuleRoute, { params: { ruleId }, body: {} });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return ruleId;
}

type Posted = { id: string; type: string; at: string; data: object; by?: object };
/** An event that tells that Ada was changed. */
export const updated = (over: Partial<Posted> = {}): Posted => ({
  id: 'ch_1.0',
  type: 'contact.updated',
  at: noon,
  data: { recordId: contactId, recordVersion: 2, fields: ['score'] },
  ...over,
});
/** Gives an event to the rules as their queue does; answers whether it was dealt with. */
export async function deliver({ type, ...detail }: Posted): Promise<boolean> {
  const body = JSON.stringify({ 'detail-type': type, detail: { workspaceId: acme, version: 1, ...detail } });
  const event = { Records: [{ messageId: 'm', body }] } as unknown as SQSEvent;
  return (await runRules(event)).batchItemFailures.length === 0;
}

const minutes = { getRemainingTimeInMillis: () => 120_000 };
/** Time comes to a moment, and the schedule sweeps what is due. */
export async function sweepAt(time: string): Promise<void> {
  vi.setSystemTime(time);
  await sweepDue({ time }, minutes);
}

const all = async () => Array.fromAsync(readAll());
/** The runs of a rule. */
export const runsOf = async (ruleId: string): Promise<Run[]> =>
  (await all())
    .filter(({ pk, sk }) => pk.endsWith(`RULE#${ruleId}#RUNS`) && sk.startsWith('rr_'))
    .map((item) => RunSchema.parse(item));
/** Items of the table by their sort key. */
export const itemsOf = async (sk: string) => (await all()).filter((item) => item.sk === sk);
/** What lies in the due index of runs. */
export const dueRuns = async () => (await all()).filter(({ reason }) => reason === 'rule_wait');
/** The entries of runs that wait until something holds. */
export const watched = async () => (await all()).filter(({ pk }) => pk.includes('#WAITING#'));
