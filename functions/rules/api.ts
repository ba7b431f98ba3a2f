import { api } from '../../shared/platform/api.ts';
import { cancelRuleRunOperation } from './operations/cancel-rule-run.ts';
import { createRuleOperation } from './operations/create-rule.ts';
import { deleteRuleOperation } from './operations/delete-rule.ts';
import { dryRunRuleOperation } from './operations/dry-run-rule.ts';
import { getRuleOperation } from './operations/get-rule.ts';
import { getRuleRunOperation } from './operations/get-rule-run.ts';
import { listRecordRuleRunsOperation } from './operations/list-record-rule-runs.ts';
import { listRuleRunsOperation } from './operations/list-rule-runs.ts';
import { listRuleVersionsOperation } from './operations/list-rule-versions.ts';
import { listRulesOperation } from './operations/list-rules.ts';
import { patchRuleOperation } from './operations/patch-rule.ts';
import { pauseRuleOperation } from './operations/pause-rule.ts';
import { publishRuleOperation } from './operations/publish-rule.ts';
import { resumeRuleOperation } from './operations/resume-rule.ts';

export const handler = api([
  createRuleOperation,
  listRulesOperation,
  getRuleOperation,
  patchRuleOperation,
  deleteRuleOperation,
  publishRuleOperation,
  pauseRuleOperation,
  resumeRuleOperation,
  listRuleVersionsOperation,
  dryRunRuleOperation,
  listRuleRunsOperation,
  getRuleRunOperation,
  cancelRuleRunOperation,
  listRecordRuleRunsOperation,
]);
