import { join } from 'node:path';
import type { Assembly } from './assembly.ts';
import { watchAll } from './idle.ts';
import type { Place } from './kinds.ts';
import type { Options } from './options.ts';
import { type Functions, startFunctions } from './runtime/functions.ts';
import type { Servers } from './servers.ts';
import type { Engine } from './services/dynamodb.ts';
import { openBus } from './services/events.ts';
import { parametersHandler } from './services/parameters.ts';
import { openQueues } from './services/queues.ts';
import { openBuckets } from './services/s3.ts';
import { bucketRules, tellBus } from './services/s3-rules.ts';
import { openMailer } from './services/ses.ts';
import { queueSettings, sqsHandler } from './services/sqs.ts';
import type { Table } from './services/table.ts';
import type { Store } from './store.ts';
import { asynchronousInvocations, invokeLater } from './triggers/asynchronous.ts';
import { eventSourceMappings } from './triggers/mappings.ts';
import type { Deliver } from './triggers/rule.ts';
import { startSchedules } from './triggers/schedule.ts';

export type Ending = () => Promise<void> | void;
export type Base = {
  options: Options;
  store: Store;
  assembly: Assembly;
  place: Place;
  engine: Engine;
  tables: Table[];
  endings: Ending[];
};

/** One way to hand something on: into a queue, or before a function. */
function deliverer(assembly: Assembly, queues: ReturnType<typeof openQueues>): Deliver {
  return (arn, body) => {
    const target = assembly.byArn(arn);
    if (target?.type === 'AWS::SQS::Queue') queues.send(target.id, body);
    else if (target?.type === 'AWS::Lambda::Function') invokeLater(queues, arn, body);
    else throw new Error(`The local cloud cannot hand an event to ${arn}`);
  };
}

/** Everything that waits or that is called, from the store up to the triggers. */
export async function startRooms(base: Base, servers: Servers, environment: Record<string, string>) {
  const { options, store, assembly, place, engine, tables, endings } = base;
  const { region, workers } = options;
  const queues = openQueues(store);
  for (const queue of assembly.ofType('AWS::SQS::Queue')) queues.add(queueSettings(queue));
  const logs = join(options.data, 'logs');
  const functions: Functions = startFunctions(assembly, { workers, logs, environment, region });
  const deliver = deliverer(assembly, queues);
  const later = asynchronousInvocations(assembly, queues, functions, workers);
  const bus = openBus(assembly, store, deliver, place);
  const mailer = openMailer(assembly, store, bus, place);
  const buckets = openBuckets(
    join(options.data, 's3'),
    store,
    assembly.ofType('AWS::S3::Bucket').map(bucketRules),
    tellBus(bus),
  );
  servers.sqs.serve(sqsHandler(queues, `${place.sqsUrl}/${place.account}`));
  servers.s3.serve(buckets.handler);
  servers.ses.serve(mailer.handler);
  servers.eventbridge.serve(bus.handler);
  servers.ssm.serve(parametersHandler(assembly, store));
  const held = { assembly, store, queues, functions, deliver };
  const { consumers, streams } = eventSourceMappings({
    ...held,
    tables,
    engineUrl: engine.url,
    region,
    workers,
  });
  functions.onDone(() => {
    for (const stream of streams) stream.wake();
  });
  const schedules = startSchedules(assembly.ofType('AWS::Scheduler::Schedule'), {
    functions,
    later: (arn, event) => void invokeLater(queues, arn, event),
  });
  const readers = [...later, ...consumers];
  endings.push(async () => {
    schedules.end();
    await functions.end();
    await Promise.all([...readers, ...streams].map((one) => one.end()));
  });
  const watch = watchAll(queues, functions, streams, new Set(readers.map(({ queue }) => queue)));
  return { queues, functions, bus, mailer, buckets, schedules, watch, deliver };
}

export type Rooms = Awaited<ReturnType<typeof startRooms>>;
