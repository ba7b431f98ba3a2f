import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTemplate, templateRecord } from '../../../shared/mail/template.ts';
import { ann, contactId, noon } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';
import { keep } from '../../helpers/keep.ts';
import { aLiveRule, deliver, itemsOf, runsOf, updated, useRules } from './rules-world.ts';

afterAll(() => vi.useRealTimers());
beforeEach(() => useRules({ ownerId: ann, score: 80 }));

const mails = async () => (await itemsOf('MESSAGE')).map(({ id }) => String(id));
async function aTemplate(): Promise<string> {
  const given = { name: 'Again', subject: 'Hello', text: 'Hello', marketing: false };
  return (await keep(templateRecord, createTemplate(given, aContext()).after)).id;
}
const ends = async (ruleId: string) =>
  (await runsOf(ruleId)).map(({ status, reason }) => reason ?? status).sort();

describe('a rule whose mail sets it off again', () => {
  const bounced = (n: number, messageId = 'ms_01KAPRM3V5Z8Y7Q2W4X6T9N1BC') => ({
    id: `ch_${n}.0`,
    type: 'mail.bounced',
    at: noon,
    data: { messageId, purpose: 'rule', contactId, bounce: 'transient' },
    by: { mail: messageId },
  });

  it('is stopped as the loop that it is, and shows it', async () => {
    const trigger = { on: 'event', events: ['mail.bounced'] };
    const steps = [{ id: 'mail', do: 'send_mail', template: { id: await aTemplate() } }];
    const ruleId = await aLiveRule({ trigger, steps });
    await deliver(bounced(1));
    const [first, ...others] = await mails();
    expect([typeof first, others]).toEqual(['string', []]);
    await deliver(bounced(2, first));
    expect(await mails()).toEqual([first]);
    expect(await ends(ruleId)).toEqual(['done', 'loop']);
  });

  it('is seen too by what SES’s answer changes of its contact, and by way of another rule', async () => {
    const templateId = await aTemplate();
    const mail = { id: 'mail', do: 'send_mail', template: { id: templateId } };
    const one = await aLiveRule({
      trigger: { on: 'event', events: ['contact.updated'], fields: ['emails'] },
      steps: [mail],
    });
    const another = await aLiveRule({
      trigger: { on: 'event', events: ['contact.updated'], fields: ['score'] },
      steps: [mail],
    });
    await deliver(updated());
    const [first] = await mails();
    const data = { recordId: contactId, recordVersion: 3, fields: ['emails'] };
    await deliver(updated({ id: 'ch_2.0', data, by: { mail: first } }));
    const second = (await mails()).find((id) => id !== first);
    await deliver(updated({ id: 'ch_3.0', data, by: { mail: second } }));
    await deliver(updated({ id: 'ch_4.0', by: { mail: second } }));
    expect(await mails()).toHaveLength(2);
    expect([await ends(one), await ends(another)]).toEqual([
      ['done', 'loop'],
      ['done', 'loop'],
    ]);
  });
});
