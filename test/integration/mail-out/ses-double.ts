import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { forgetQuota } from '../../../shared/platform/ses-rate.ts';

/** What SES does with the next call; `accept` once the list is used up. */
export type Behaviour =
  | 'accept'
  /** Takes the mail and breaks the connection before it answers. */
  | 'accept_then_hang_up'
  | 'hang_up'
  | 'throttle'
  | 'pause'
  | 'reject'
  | 'internal_failure'
  | { wait: Promise<unknown> };
export type Given = {
  id: string;
  raw: string;
  destinations: string[];
  tags: Record<string, string>;
  set: string;
};

const faults: Record<string, [status: number, code: string]> = {
  throttle: [400, 'Throttling'],
  pause: [400, 'AccountSendingPausedException'],
  reject: [400, 'MessageRejected'],
  internal_failure: [500, 'InternalFailure'],
};

function members(form: URLSearchParams, prefix: string): string[] {
  const all: string[] = [];
  while (form.has(`${prefix}.${all.length + 1}`)) all.push(form.get(`${prefix}.${all.length + 1}`) ?? '');
  return all;
}

function givenBy(form: URLSearchParams, id: string): Given {
  const tags: Record<string, string> = {};
  for (let i = 1; form.has(`Tags.member.${i}.Name`); i++)
    tags[form.get(`Tags.member.${i}.Name`) ?? ''] = form.get(`Tags.member.${i}.Value`) ?? '';
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64').toString();
  const set = form.get('ConfigurationSetName') ?? '';
  return { id, raw, destinations: members(form, 'Destinations.member'), tags, set };
}

function answerTo(response: ServerResponse, status: number, xml: string): void {
  response.writeHead(status, { 'content-type': 'text/xml' }).end(xml);
}
const accepted = (id: string) =>
  `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>${id}</MessageId></SendRawEmailResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></SendRawEmailResponse>`;
const refused = (code: string) =>
  `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error><RequestId>r</RequestId></ErrorResponse>`;

type Quota = { rate: number; perDay: number; sent: number };
const quotaOf = ({ rate, perDay, sent }: Quota) =>
  `<GetSendQuotaResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><GetSendQuotaResult><MaxSendRate>${rate}</MaxSendRate><Max24HourSend>${perDay}</Max24HourSend><SentLast24Hours>${sent}</SentLast24Hours></GetSendQuotaResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetSendQuotaResponse>`;
/** A rate that is none is an SES that does not say. */
function tell(quota: Quota, response: ServerResponse): void {
  const isSilent = Number.isNaN(quota.rate);
  answerTo(response, isSilent ? 500 : 200, isSilent ? refused('InternalFailure') : quotaOf(quota));
}
const roomy = (): Quota => ({ rate: 100, perDay: 50_000, sent: 0 });

/** SES's SendRawEmail on a real socket, as hostile as a test wants it. `calls` counts sends, `mails` is what it took. */
export async function startSes() {
  const state = { calls: 0, mails: [] as Given[], script: [] as Behaviour[], quota: roomy() };
  function take(body: string, response: ServerResponse, next: Behaviour): void {
    const id = `0100${state.calls.toString().padStart(12, '0')}-mail-000000`;
    if (next !== 'hang_up') state.mails.push(givenBy(new URLSearchParams(body), id));
    if (next === 'hang_up' || next === 'accept_then_hang_up') response.destroy();
    else answerTo(response, 200, accepted(id));
  }
  async function serve(body: string, response: ServerResponse): Promise<void> {
    if (body.includes('Action=GetSendQuota')) return tell(state.quota, response);
    const next = state.script.shift() ?? 'accept';
    state.calls++;
    const fault = typeof next === 'string' ? faults[next] : undefined;
    if (fault) return answerTo(response, fault[0], refused(fault[1]));
    if (typeof next === 'object') await next.wait;
    take(body, response, next);
  }
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => void serve(Buffer.concat(parts).toString(), response));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  process.env.AWS_ENDPOINT_URL_SES = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    state,
    reset: () => {
      forgetQuota();
      Object.assign(state, { calls: 0, mails: [], script: [], quota: roomy() });
    },
    read: (mail: Given | undefined): Promise<Email> => PostalMime.parse(mail?.raw ?? ''),
    stop: () => new Promise((done) => server.close(done)),
  };
}
export type Ses = Awaited<ReturnType<typeof startSes>>;
