import { randomUUID } from 'node:crypto';
import type { Assembly, Resource } from '../assembly.ts';
import { type Answer, type Handler, json } from '../http.ts';
import type { Store } from '../store.ts';
import { type Deliver, ruleTargets } from '../triggers/rule.ts';

export type BusEvent = {
  version: '0';
  id: string;
  'detail-type': string;
  source: string;
  account: string;
  time: string;
  region: string;
  resources: string[];
  detail: unknown;
};
export type Bus = {
  /** Hands the event to every target of the bus's matching rules; durable when it returns. */
  publish(
    bus: string,
    event: Pick<BusEvent, 'source' | 'detail-type' | 'detail'> & Partial<BusEvent>,
  ): string;
  handler: Handler;
  /** The next `count` entries of PutEvents fail as AWS's do when it is overloaded. */
  failNext(count: number): void;
};
type Entry = {
  Source?: string;
  DetailType?: string;
  Detail?: string;
  EventBusName?: string;
  Resources?: string[];
  Time?: number | string;
};
type EntryResult = { EventId: string } | { ErrorCode: string; ErrorMessage: string };

const maxBytes = 256 * 1024;
const failed = (ErrorCode: string, ErrorMessage: string): EntryResult => ({ ErrorCode, ErrorMessage });

/** The size of an entry as AWS counts it (EventBridge user guide, "Calculating PutEvents event entry size"). */
function sizeOf({ Time, Source = '', DetailType = '', Detail = '', Resources = [] }: Entry): number {
  const texts = [Source, DetailType, Detail, ...Resources];
  return (Time === undefined ? 0 : 14) + texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

function detailOf(entry: Entry): { detail: unknown } | EntryResult {
  if (!entry.Source || !entry.DetailType || !entry.Detail)
    return failed('InvalidArgument', 'Source, DetailType and Detail are required.');
  try {
    const detail: unknown = JSON.parse(entry.Detail);
    if (typeof detail === 'object' && detail !== null) return { detail };
  } catch {
    // Told below: what is no JSON at all is as malformed as what is no object.
  }
  return failed('MalformedDetail', 'Detail is malformed.');
}

const refuse = (message: string): Answer => json(400, { __type: 'ValidationException', message });
const timeOf = (time: number | string): string =>
  new Date(typeof time === 'number' ? time * 1000 : time).toISOString().replace(/\.\d+Z$/, 'Z');

/** EventBridge: the buses of the template and `default`, with their rules. */
export function openBus(
  assembly: Assembly,
  store: Store,
  deliver: Deliver,
  place: { region: string; account: string },
): Bus {
  const buses = new Set(['default', ...assembly.ofType('AWS::Events::EventBus').map(({ id }) => id)]);
  const rules = assembly.ofType('AWS::Events::Rule').map((rule: Resource) => ruleTargets(rule, deliver));
  let failing = 0;

  const publish: Bus['publish'] = (bus, event) => {
    const id = randomUUID();
    const full: BusEvent = {
      version: '0',
      id,
      account: place.account,
      time: timeOf(Date.now() / 1000),
      region: place.region,
      resources: [],
      ...event,
    };
    for (const rule of rules) rule(bus, full);
    return id;
  };

  const put = (entry: Entry): EntryResult => {
    if (failing > 0) {
      failing -= 1;
      return failed('ThrottlingException', 'Rate exceeded');
    }
    const bus = (entry.EventBusName ?? 'default').split('/').at(-1) ?? '';
    if (!buses.has(bus)) return failed('ResourceNotFoundException', `Event bus ${bus} does not exist.`);
    const read = detailOf(entry);
    if (!('detail' in read)) return read;
    const { Source = '', DetailType = '', Resources = [], Time } = entry;
    const time = Time === undefined ? {} : { time: timeOf(Time) };
    const rest = { resources: Resources, detail: read.detail, ...time };
    return { EventId: publish(bus, { source: Source, 'detail-type': DetailType, ...rest }) };
  };

  const handler: Handler = (request) => {
    if (request.headers['x-amz-target'] !== 'AWSEvents.PutEvents')
      return json(400, { __type: 'UnknownOperationException' });
    const { Entries = [] } = JSON.parse(request.body.toString()) as { Entries?: Entry[] };
    if (Entries.length === 0 || Entries.length > 10)
      return refuse(
        "Value at 'entries' failed to satisfy constraint: Member must have length between 1 and 10",
      );
    if (Entries.reduce((sum, entry) => sum + sizeOf(entry), 0) >= maxBytes)
      return refuse('Total size of the entries in the request is over the limit.');
    const results = store.transaction(() => Entries.map(put));
    return json(200, {
      FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length,
      Entries: results,
    });
  };
  return {
    publish: (bus, event) => store.transaction(() => publish(bus, event)),
    handler,
    failNext: (count) => {
      failing = count;
    },
  };
}
