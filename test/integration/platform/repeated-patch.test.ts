import { beforeAll, expect, it } from 'vitest';
import { handler as deals } from '../../../functions/deals/api.ts';
import { handler as forms } from '../../../functions/forms/api.ts';
import { handler as mail } from '../../../functions/mail/api.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { patchDealRoute } from '../../../shared/deals/deal-routes.ts';
import { patchPipelineRoute } from '../../../shared/deals/pipeline-routes.ts';
import { patchFormRoute } from '../../../shared/forms/form-routes.ts';
import { mailboxRecord } from '../../../shared/mail/mailbox.ts';
import { patchMailboxRoute } from '../../../shared/mail/mailbox-routes.ts';
import { mailDomainItem } from '../../../shared/mail/mailbox-store.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, pipelineId } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { readAll } from '../../helpers/dynamo.ts';
import { makeForm, useAcme } from '../../helpers/form-world.ts';
import { keep } from '../../helpers/keep.ts';
import { aMailbox, domain, mailboxId } from '../mail-in/post-office.ts';

beforeAll(async () => {
  await useAcme();
  await commit([{ action: { Put: { Item: mailDomainItem(domain, acme) } } }]);
  await keep(mailboxRecord, aMailbox());
});

const body = { name: 'Another name' };
const deal = aDeal();
it.each([
  ['deal', () => call(deals, patchDealRoute, { params: { dealId: deal.id }, body })],
  ['pipeline', () => call(deals, patchPipelineRoute, { params: { pipelineId }, body })],
  ['mailbox', () => call(mail, patchMailboxRoute, { params: { mailboxId }, body })],
])('a patch of a %s that is sent again makes no version and no change', async (kind, patch) => {
  if (kind === 'deal') await keep(dealRecord, deal);
  await expectOneVersion(patch);
});

it('a patch of a form that is sent again makes no version and no change', async () => {
  const { id: formId } = await makeForm();
  await expectOneVersion(() => call(forms, patchFormRoute, { params: { formId }, body }));
});

async function expectOneVersion(patch: () => Promise<{ status: number; body: unknown }>) {
  const first = await patch();
  const items = await Array.fromAsync(readAll());
  const again = await patch();
  expect(first).toMatchObject({ status: 200, body: { name: 'Another name', version: 2 } });
  expect(again).toMatchObject({ status: 200, body: first.body as object });
  expect(await Array.fromAsync(readAll())).toHaveLength(items.length);
}
