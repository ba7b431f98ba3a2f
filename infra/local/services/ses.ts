import { randomUUID } from 'node:crypto';
import type { Assembly } from '../assembly.ts';
import { type Answer, type Handler, Hangup, type Request } from '../http.ts';
import type { Store } from '../store.ts';
import type { Bus } from './events.ts';
import { escapeHtml } from './html.ts';
import { addressesIn, joinMail, mailDate, makeHeader, splitMail } from './mime.ts';
import { type Draft, draftOf, tagsOf } from './ses-draft.ts';
import { eventsOf, publisherOf, type Sent } from './ses-events.ts';
import { tellIdentities } from './ses-identities.ts';

export type Mailer = {
  handler: Handler;
  /** `throttle`: the next n sends are refused; `failAfterAccept`: the next n are kept and then not answered. */
  control(wish: Record<string, unknown>): void;
};

const namespace = 'http://ses.amazonaws.com/doc/2010-12-01/';
const maxBytes = 10 * 1024 * 1024;
/** Of an account that has long left the sandbox, so that nothing here waits for it. */
const quota = { MaxSendRate: 500, Max24HourSend: 1_000_000 };

const answer = (action: string, result: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: `<${action}Response xmlns="${namespace}"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${action}Response>`,
});
const answerQuota = (sent: number): Answer => {
  const fields = Object.entries({ ...quota, SentLast24Hours: sent });
  const result = fields.map(([name, value]) => `<${name}>${value}</${name}>`).join('');
  return {
    status: 200,
    headers: { 'content-type': 'text/xml' },
    body: `<GetSendQuotaResponse xmlns="${namespace}"><GetSendQuotaResult>${result}</GetSendQuotaResult><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></GetSendQuotaResponse>`,
  };
};
const refuse = (code: string, message: string): Answer => ({
  status: 400,
  headers: { 'content-type': 'text/xml' },
  body: `<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${escapeHtml(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
});

/** As SES writes them: the time in hexadecimal and a UUID. */
const newMessageId = (): string => `${Date.now().toString(16).padStart(16, '0')}-${randomUUID()}-000000`;

/** SES overwrites Message-ID and Date, whatever the sender put there, and takes its own headers out. */
function asSesSends(raw: string, messageId: string, region: string, at: Date): string {
  const { headers, body } = splitMail(raw);
  const kept = headers.filter(({ name }) => !/^(message-id|date|bcc|x-ses-.*)$/i.test(name));
  const domain = region === 'us-east-1' ? 'email.amazonses.com' : `${region}.amazonses.com`;
  const own = [makeHeader('Message-ID', `<${messageId}@${domain}>`), makeHeader('Date', mailDate(at))];
  return joinMail({ headers: [...own, ...kept], body });
}

/** An address or domain that `AWS::SES::EmailIdentity` names, or a subdomain of it, as SES verifies senders. */
function isVerified(source: string, identities: string[]): boolean {
  const address = (addressesIn(source)[0] ?? source).toLowerCase();
  const domain = address.split('@')[1] ?? '';
  return identities.some((one) => one === address || one === domain || domain.endsWith(`.${one}`));
}

function faultOf(
  { raw, source, destinations, configurationSet }: Draft,
  assembly: Assembly,
): Answer | undefined {
  const names = (type: string) => assembly.ofType(type).map(({ id }) => id);
  if (raw.length > maxBytes)
    return refuse(
      'InvalidParameterValue',
      `Message length is more than ${maxBytes} bytes long: '${raw.length}'.`,
    );
  if (destinations.length === 0 || destinations.length > 50)
    return refuse('InvalidParameterValue', 'Recipient count must be between 1 and 50.');
  if (!isVerified(source, names('AWS::SES::EmailIdentity')))
    return refuse(
      'MessageRejected',
      `Email address is not verified. The following identities failed the check: ${source}`,
    );
  if (configurationSet && !names('AWS::SES::ConfigurationSet').includes(configurationSet))
    return refuse('ConfigurationSetDoesNotExist', `Configuration set <${configurationSet}> does not exist.`);
  return undefined;
}

/** SES's query API for SendRawEmail, SendEmail, GetSendQuota and what it tells of identities. A mail is kept, with the events it leads to, before the call is answered. */
export function openMailer(
  assembly: Assembly,
  store: Store,
  bus: Bus,
  place: { region: string; account: string },
): Mailer {
  const insert = store.db.prepare(
    'INSERT INTO mails (at, message_id, source, destinations, raw) VALUES (?, ?, ?, ?, ?)',
  );
  const sentSince = store.db.prepare('SELECT COUNT(*) AS sent FROM mails WHERE at >= ?');
  const sentInDay = () => {
    const since = new Date(Date.now() - 86_400_000).toISOString();
    return Number((sentSince.get(since) as { sent: number }).sent);
  };
  const publish = publisherOf(assembly, bus);
  const wishes: Record<string, number> = { throttle: 0, failAfterAccept: 0 };
  const wished = (name: string): boolean => {
    const left = wishes[name] ?? 0;
    wishes[name] = Math.max(0, left - 1);
    return left > 0;
  };
  const send = (form: URLSearchParams): Answer => {
    if (wished('throttle')) return refuse('Throttling', 'Maximum sending rate exceeded.');
    const draft = draftOf(form);
    const fault = faultOf(draft, assembly);
    if (fault) return fault;
    const at = new Date();
    const messageId = newMessageId();
    const raw = asSesSends(draft.raw, messageId, place.region, at);
    const { source, destinations, configurationSet } = draft;
    const bytes = Buffer.from(raw, 'latin1');
    insert.run(at.toISOString(), messageId, source, JSON.stringify(destinations), bytes);
    const sent: Sent = {
      ...place,
      messageId,
      at,
      source,
      destinations,
      configurationSet,
      tags: tagsOf(form),
      raw,
    };
    for (const event of eventsOf(sent)) publish(configurationSet, event);
    if (wished('failAfterAccept')) throw new Hangup();
    return answer(String(form.get('Action')), `<MessageId>${messageId}</MessageId>`);
  };
  const handler: Handler = (request: Request) => {
    const form = new URLSearchParams(request.body.toString());
    const action = form.get('Action') ?? '';
    if (action === 'SendRawEmail' || action === 'SendEmail') return send(form);
    if (action === 'GetSendQuota') return answerQuota(sentInDay());
    const told = tellIdentities(action, form, assembly);
    if (told !== undefined) return answer(action, told);
    return refuse('InvalidAction', `The local cloud does not run SES ${action}`);
  };
  const control: Mailer['control'] = (wish) => {
    for (const name of Object.keys(wishes)) if (wish[name] !== undefined) wishes[name] = Number(wish[name]);
  };
  return { handler, control };
}
