import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { daysKept, listedStatuses, RunBody, RunSummary } from './run.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const rulePath = z.object({ ruleId: idOf('rule') });
const runPath = rulePath.extend({ runId: idOf('run') });
const ruleId = 'ru_01KAPRM3V5Z8Y7Q2W4X6T9N1BC';
const runId = 'rr_01KAPRM3V5Z8Y7Q2W4X6T9N1BC';
const recordId = 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC';

export const listRuleRunsRoute = defineRoute({
  operationId: 'listRuleRuns',
  method: 'GET',
  path: '/v1/rules/{ruleId}/runs',
  tag: 'Rules',
  summary: 'What a rule has done, newest first',
  description: `Kept for ${daysKept} days. With \`status\` those that wait, or did not come to their end.`,
  access: 'rules:read',
  ...nothing,
  params: rulePath,
  query: PageQuery.extend({ status: z.enum(listedStatuses).optional() }),
  status: 200,
  response: pageOf(RunSummary),
  errors: ['rule_not_found', 'cursor_invalid'],
  example: { params: { ruleId }, query: { status: 'failed' } },
});

export const getRuleRunRoute = defineRoute({
  operationId: 'getRuleRun',
  method: 'GET',
  path: '/v1/rules/{ruleId}/runs/{runId}',
  tag: 'Rules',
  summary: 'A run with what came of each step',
  access: 'rules:read',
  ...nothing,
  params: runPath,
  status: 200,
  response: RunBody,
  errors: ['rule_not_found', 'run_not_found'],
  example: { params: { ruleId, runId } },
});

export const cancelRuleRunRoute = defineRoute({
  operationId: 'cancelRuleRun',
  method: 'POST',
  path: '/v1/rules/{ruleId}/runs/{runId}/cancel',
  tag: 'Rules',
  summary: 'Stop a run',
  description: 'What it has done stays done. Of one that is over nothing changes. Safe to repeat.',
  access: 'rules:write',
  ...nothing,
  params: runPath,
  status: 200,
  response: RunBody,
  errors: ['rule_not_found', 'run_not_found'],
  example: { params: { ruleId, runId }, body: {} },
});

export const listRecordRuleRunsRoute = defineRoute({
  operationId: 'listRecordRuleRuns',
  method: 'GET',
  path: '/v1/records/{recordId}/rule-runs',
  tag: 'Rules',
  summary: 'What rules have done for a record, newest first',
  description: `For who may read the record. Kept for ${daysKept} days.`,
  access: 'rules:read',
  ...nothing,
  params: z.object({ recordId: z.string().max(40) }),
  query: PageQuery,
  status: 200,
  response: pageOf(RunSummary),
  errors: ['record_not_found', 'cursor_invalid'],
  example: { params: { recordId }, query: {} },
});

export const runRoutes = [listRuleRunsRoute, getRuleRunRoute, cancelRuleRunRoute, listRecordRuleRunsRoute];
