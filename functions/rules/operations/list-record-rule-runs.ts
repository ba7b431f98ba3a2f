import { notFound } from '../../../shared/core/errors.ts';
import { kindOfId } from '../../../shared/core/ids.ts';
import { type GovernedKind, governedKinds } from '../../../shared/core/policy.ts';
import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';
import { idsOf } from '../../../shared/platform/merged.ts';
import { listRecordRuleRunsRoute } from '../../../shared/rules/run-routes.ts';
import { recordRunPage } from '../../../shared/rules/run-store.ts';
import { typeFor } from '../running/subject.ts';

const isRuled = (kind: string | undefined): kind is GovernedKind => governedKinds.some((one) => one === kind);

export const listRecordRuleRunsOperation = operation(
  listRecordRuleRunsRoute,
  async ({ actor, params: { recordId }, query }) => {
    const kind = kindOfId(recordId);
    const record = isRuled(kind) ? await typeFor(kind).store.find(within(actor), recordId) : undefined;
    if (!record) throw notFound('record', recordId);
    return recordRunPage(actor.workspaceId, idsOf(record), query);
  },
);
