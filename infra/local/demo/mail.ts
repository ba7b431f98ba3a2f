import { systemContext } from '../../../shared/core/actor.ts';
import { createMailbox } from '../../../shared/mail/mailbox.ts';
import { mailboxReferences, mailboxStore, mailDomainItem } from '../../../shared/mail/mailbox-store.ts';
import { createTemplate } from '../../../shared/mail/template.ts';
import { templateStore } from '../../../shared/mail/template-store.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { mailDomain, salesAddress, salesMailboxId, thanksTemplateId } from './fixed.ts';
import { acme } from './users.ts';

const thanks = {
  name: 'Thanks for writing',
  subject: 'Thank you for your message',
  text: `Hello {{contact.firstName|there}},

thank you for your message. It has reached us, and one of us will answer you within a working day.
If something comes to your mind in the meantime, just reply to this mail.

Kind regards
{{workspace.name}}`,
  marketing: false,
};

/** Mail to in.acme.test is Acme's; sales@ takes leads, opens a deal for each and thanks them. May be done again. */
export async function seedMail(now: string): Promise<void> {
  const { id } = acme;
  const by = systemContext(id, 'system', 'local', now);
  await commit([{ action: { Put: { Item: mailDomainItem(mailDomain, id) } } }]);
  if (!(await templateStore.find(id, thanksTemplateId))) {
    const made = createTemplate(thanks, by);
    await templateStore.save({ ...made, after: { ...made.after, id: thanksTemplateId } }, by);
  }
  if (!(await mailboxStore.find(id, salesMailboxId))) {
    const given = { address: salesAddress, name: 'Sales', roundRobin: [], opensDeal: true, tags: ['mail'] };
    const mailbox = { ...given, welcomeTemplateId: thanksTemplateId };
    const made = createMailbox(mailbox, true, by, salesMailboxId);
    await mailboxStore.save(made, by, mailboxReferences(made.after));
  }
}
