import type { Assembly, Resource } from '../assembly.ts';
import type { StreamReader } from '../idle.ts';
import type { Functions } from '../runtime/functions.ts';
import type { Queues } from '../services/queues.ts';
import type { Table } from '../services/table.ts';
import type { Store } from '../store.ts';
import { type Consumer, queueMapping } from './queue.ts';
import type { Deliver } from './rule.ts';
import { streamMapping } from './stream.ts';

type Place = {
  assembly: Assembly;
  store: Store;
  queues: Queues;
  functions: Functions;
  deliver: Deliver;
  tables: Table[];
  engineUrl: string;
  region: string;
  workers: number;
};

function functionArnOf(assembly: Assembly, mapping: Resource): string {
  const named = String(mapping.properties.FunctionName);
  const found = assembly.ofType('AWS::Lambda::Function').find(({ id, arn }) => id === named || arn === named);
  if (!found) throw new Error(`${mapping.logicalId}: no function ${named}`);
  return found.arn;
}

/** Every `AWS::Lambda::EventSourceMapping` that is enabled: of a queue, or of a table's stream. */
export function eventSourceMappings(place: Place): { consumers: Consumer[]; streams: StreamReader[] } {
  const consumers: Consumer[] = [];
  const streams: StreamReader[] = [];
  for (const mapping of place.assembly.ofType('AWS::Lambda::EventSourceMapping')) {
    const { EventSourceArn, Enabled = true } = mapping.properties;
    if (!Enabled) continue;
    const functionArn = functionArnOf(place.assembly, mapping);
    const source = String(EventSourceArn);
    const table = place.tables.find(({ name }) => source.includes(`:table/${name}/stream/`));
    const queue = place.queues.names().find((name) => place.queues.settings(name)?.arn === source);
    if (table) {
      const { engineUrl: url, region, functions, deliver: deliverTo, store } = place;
      streams.push(
        streamMapping(mapping, {
          url,
          streamArn: table.streamArn,
          region,
          functionArn,
          functions,
          deliverTo,
          store,
        }),
      );
    } else if (queue) consumers.push(queueMapping(mapping, queue, { ...place, functionArn }));
    else throw new Error(`${mapping.logicalId}: the local cloud reads no ${source}`);
  }
  return { consumers, streams };
}
