import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { Definition } from './definition.ts';
import { DryRun, DryRunAnswer } from './dry-run/dry-run.ts';
import { NewRule, RuleBody, RulePatch, RuleVersionBody } from './rule.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const rulePath = z.object({ ruleId: idOf('rule') });
const params = { ruleId: 'ru_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' };
const draft = {
  trigger: { on: 'event', events: ['contact.updated'], fields: ['score'] },
  condition: { lifecycle: 'lead', score: { $gte: 70 } },
  steps: [
    { id: 'task', do: 'create_task', title: 'Call {{contact.firstName|the lead}}', dueInDays: 0 },
    { id: 'wait', do: 'wait', for: '3d' },
    { id: 'tag', do: 'add_tag', tag: 'hot' },
  ],
} as const;
const definition = Definition.parse(draft);
const at = '2026-11-22T12:00:00.000Z';
const response = {
  id: params.ruleId,
  version: 1,
  createdAt: at,
  updatedAt: at,
  name: 'Hot lead',
  draft: definition,
  state: 'draft',
};
const live = { ...response, version: 2, state: 'live', live: { number: 1, publishedAt: at } };
const refusals = ['rule_invalid', 'rule_out_of_reach', 'condition_invalid', 'field_forbidden'] as const;

export const createRuleRoute = defineRoute({
  operationId: 'createRule',
  method: 'POST',
  path: '/v1/rules',
  tag: 'Rules',
  summary: 'Make a rule',
  description:
    'A draft: nothing happens by it until it is published. The guide to rules says what a definition may hold. A workspace has at most 100. Send an Idempotency-Key to retry safely.',
  access: 'rules:write',
  ...nothing,
  body: NewRule,
  status: 201,
  response: RuleBody,
  errors: ['too_many_rules'],
  example: { body: { name: 'Hot lead', draft }, response },
});

export const listRulesRoute = defineRoute({
  operationId: 'listRules',
  method: 'GET',
  path: '/v1/rules',
  tag: 'Rules',
  summary: 'Rules, oldest first',
  description:
    'The ready-made ones among them, from the first time on. A new rule stands in the list within a second.',
  access: 'rules:read',
  ...nothing,
  query: PageQuery,
  status: 200,
  response: pageOf(RuleBody),
  errors: ['cursor_invalid'],
  example: { query: {}, response: { items: [response] } },
});

export const getRuleRoute = defineRoute({
  operationId: 'getRule',
  method: 'GET',
  path: '/v1/rules/{ruleId}',
  tag: 'Rules',
  summary: 'A rule with its draft',
  access: 'rules:read',
  ...nothing,
  params: rulePath,
  status: 200,
  response: RuleBody,
  errors: ['rule_not_found'],
  example: { params, response },
});

export const patchRuleRoute = defineRoute({
  operationId: 'patchRule',
  method: 'PATCH',
  path: '/v1/rules/{ruleId}',
  tag: 'Rules',
  summary: 'Rename a rule, or change its draft',
  description:
    'RFC 7396, but for `draft`, which is replaced as a whole. What is live stays as it is until the draft is published. `If-Match` holds it to the version that you read.',
  access: 'rules:write',
  ...nothing,
  params: rulePath,
  body: RulePatch,
  status: 200,
  response: RuleBody,
  errors: ['rule_not_found', 'version_mismatch'],
  example: { params, body: { draft }, response },
});

export const deleteRuleRoute = defineRoute({
  operationId: 'deleteRule',
  method: 'DELETE',
  path: '/v1/rules/{ruleId}',
  tag: 'Rules',
  summary: 'Delete a rule',
  description:
    'It begins nothing any more within half a minute, and runs that wait stop instead of going on.',
  access: 'rules:write',
  ...nothing,
  params: rulePath,
  status: 204,
  response: z.undefined(),
  errors: ['rule_not_found', 'version_mismatch'],
  example: { params },
});

export const publishRuleRoute = defineRoute({
  operationId: 'publishRule',
  method: 'POST',
  path: '/v1/rules/{ruleId}/publish',
  tag: 'Rules',
  summary: 'Make a rule’s draft its live version',
  description:
    'What it names must be there, and you must have the right to ask what it asks and to do what it does to every record that it may be about; `errors` point into `/draft`. It acts within half a minute; runs that are there go on by the version that they began with. At most 50 rules are live. Send an Idempotency-Key to retry safely.',
  access: 'rules:write',
  ...nothing,
  params: rulePath,
  status: 200,
  response: RuleBody,
  errors: ['rule_not_found', 'version_mismatch', 'too_many_rules', ...refusals],
  example: { params, body: {}, response: live },
});

export const pauseRuleRoute = defineRoute({
  operationId: 'pauseRule',
  method: 'POST',
  path: '/v1/rules/{ruleId}/pause',
  tag: 'Rules',
  summary: 'Have a rule begin nothing for now',
  description: 'Within half a minute. Runs that are there go on to their end. Safe to repeat.',
  access: 'rules:write',
  ...nothing,
  params: rulePath,
  status: 200,
  response: RuleBody,
  errors: ['rule_not_found', 'version_mismatch', 'rule_not_live'],
  example: { params, body: {}, response: live },
});

export const resumeRuleRoute = defineRoute({
  operationId: 'resumeRule',
  method: 'POST',
  path: '/v1/rules/{ruleId}/resume',
  tag: 'Rules',
  summary: 'Let a paused rule begin runs again',
  description:
    'By the version that it had, if you could publish that. What happened while it was paused begins nothing. Safe to repeat.',
  access: 'rules:write',
  ...nothing,
  params: rulePath,
  status: 200,
  response: RuleBody,
  errors: ['rule_not_found', 'version_mismatch', 'rule_not_paused', 'too_many_rules', ...refusals],
  example: { params, body: {}, response: live },
});

export const listRuleVersionsRoute = defineRoute({
  operationId: 'listRuleVersions',
  method: 'GET',
  path: '/v1/rules/{ruleId}/versions',
  tag: 'Rules',
  summary: 'What was published of a rule, newest first',
  access: 'rules:read',
  ...nothing,
  params: rulePath,
  query: PageQuery,
  status: 200,
  response: pageOf(RuleVersionBody),
  errors: ['rule_not_found', 'cursor_invalid'],
  example: { params, query: {}, response: { items: [{ number: 1, definition, publishedAt: at }] } },
});

export const dryRunRuleRoute = defineRoute({
  operationId: 'dryRunRule',
  method: 'POST',
  path: '/v1/rules/{ruleId}/dry-run',
  tag: 'Rules',
  summary: 'What a rule would have done',
  description:
    'Of the events of the last days that begin it, newest first: whether it would have begun, and what each of its steps would have done, reckoned with the record as it was then and with all around it as it is now. A date rule is tried on the turns of these days for the newest 200 records, a segment’s on its newest members. Changes nothing, so it can be repeated. It looks at 1,000 changes at most, of which 200 are read.',
  access: 'rules:write',
  ...nothing,
  params: rulePath,
  body: DryRun,
  status: 200,
  response: DryRunAnswer,
  errors: ['rule_not_found', ...refusals],
  example: { params, body: { days: 7 } },
});

export const ruleRoutes = [
  createRuleRoute,
  listRulesRoute,
  getRuleRoute,
  patchRuleRoute,
  deleteRuleRoute,
  publishRuleRoute,
  pauseRuleRoute,
  resumeRuleRoute,
  listRuleVersionsRoute,
  dryRunRuleRoute,
];
