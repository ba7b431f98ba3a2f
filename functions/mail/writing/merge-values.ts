import type { Contact } from '../../../shared/contacts/contact.ts';
import type { Actor } from '../../../shared/core/actor.ts';
import { veiled } from '../../../shared/core/veil.ts';
import type { Deal } from '../../../shared/deals/deal.ts';
import { pipelineStore } from '../../../shared/deals/deal-store.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import {
  amountText,
  contactValues,
  customValues,
  type MergeValues,
} from '../../../shared/mail/merge-fields.ts';
import type { Words } from '../../../shared/mail/template.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

export type Subjects = { contact?: Contact | undefined; deal?: Deal | undefined };
type Asked = Subjects & { to?: string | undefined; words: Words };

const names = ({ subject, text, html = '' }: Words, field: string) =>
  [subject, text, html].some((part) => part.includes(field));

async function dealValues(actor: Actor, deal: Deal, words: Words, language?: string): Promise<MergeValues> {
  const { name, amountCents, currency, custom } = veiled(actor, 'deal', deal);
  const pipeline = names(words, 'deal.stage')
    ? await pipelineStore.find(actor.workspaceId, deal.pipelineId)
    : undefined;
  const isPriced = amountCents !== undefined && currency !== undefined;
  return {
    'deal.name': name,
    'deal.amount': isPriced ? amountText(amountCents, currency, language) : undefined,
    'deal.stage': pipeline?.stages.find(({ id }) => id === deal.stageId)?.name,
    ...customValues('deal', custom, language),
  };
}

const nameOfUser = async ({ workspaceId }: Actor, id: string | undefined): Promise<string | undefined> =>
  id ? (await userStore.find(workspaceId, id))?.name : undefined;

/** What is known for a text's blanks, as its writer may see it. What only few texts name is read only for those. */
export async function mergeValuesFor(actor: Actor, asked: Asked): Promise<MergeValues> {
  const { contact, deal, words, to } = asked;
  const seen = contact && veiled(actor, 'contact', contact);
  const [workspace, owner, sender, ofDeal] = await Promise.all([
    workspaceOf(actor.workspaceId),
    names(words, 'owner.name') ? nameOfUser(actor, seen?.ownerId) : undefined,
    names(words, 'sender.name') ? nameOfUser(actor, actor.id) : undefined,
    deal && dealValues(actor, deal, words, seen?.language),
  ]);
  return {
    ...(seen && contactValues(seen, to ?? seen.emails?.[0]?.address ?? '')),
    ...ofDeal,
    'workspace.name': workspace.name,
    ...(seen && { 'owner.name': owner }),
    'sender.name': sender,
  };
}
