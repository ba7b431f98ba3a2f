import { join } from 'node:path';
import { type Assembly, readAssembly } from './assembly.ts';
import { compact } from './compact.ts';
import { controlHandler } from './control.ts';
import { type Handler, json, type Listening, listen } from './http.ts';
import { watchAll } from './idle.ts';
import type { Place } from './kinds.ts';
import type { Options } from './options.ts';
import { type Functions, startFunctions } from './runtime/functions.ts';
import { type Engine, startEngine } from './services/dynamodb.ts';
import { openBus } from './services/events.ts';
import { startIdentity } from './services/identity.ts';
import { openOutbox } from './services/outbox.ts';
import { parametersHandler } from './services/parameters.ts';
import { openQueues } from './services/queues.ts';
import { openBuckets } from './services/s3.ts';
import { openMailer } from './services/ses.ts';
import { queueSettings, sqsHandler } from './services/sqs.ts';
import { ensureTable, sweepExpired, type Table } from './services/table.ts';
import { openStore, type Store } from './store.ts';
import { asynchronousInvocations, invokeLater } from './triggers/asynchronous.ts';
import { httpApi } from './triggers/http-api.ts';
import { startMailIn } from './triggers/mail-in.ts';
import { eventSourceMappings } from './triggers/mappings.ts';
import type { Deliver } from './triggers/rule.ts';
import { startSchedules } from './triggers/schedule.ts';

export type Cloud = {
  url: string;
  smtpPort: number;
  engine: Engine['name'];
  tables: Table[];
  /** The AWS_ENDPOINT_URL_* and credentials that every function gets. */
  environment: Record<string, string>;
  unknownKinds: string[];
  end(): Promise<void>;
};
type Ending = () => Promise<void> | void;
type Base = {
  options: Options;
  store: Store;
  assembly: Assembly;
  place: Place;
  engine: Engine;
  tables: Table[];
  endings: Ending[];
};

const account = '000000000000';
const sweepMs = 600_000;
const starting: Handler = () => json(503, { message: 'Service Unavailable' });

type LateListening = Listening & { serve(handler: Handler): void };

/** A server whose handler is known later: its port has to be known before the template can be read. */
async function listenFirst(
  limits: { port?: number; maxBody?: number; maxHeader?: number } = {},
): Promise<LateListening> {
  let current = starting;
  const server = await listen((request) => current(request), limits);
  const serve = (handler: Handler) => {
    current = handler;
  };
  return { ...server, serve };
}

/** API Gateway takes a body of 10 MB and headers of 10 KB. */
const apiLimits = { maxBody: 10 * 1024 * 1024, maxHeader: 10_240 };

const services = ['sqs', 's3', 'ses', 'eventbridge', 'ssm'] as const;
type Service = (typeof services)[number];
type Servers = Record<Service | 'api', LateListening>;

async function startServers(options: Options): Promise<Servers> {
  const api = await listenFirst({ ...apiLimits, port: options.port });
  const others = await Promise.all(services.map(async (name) => [name, await listenFirst()] as const));
  return { api, ...(Object.fromEntries(others) as Record<Service, LateListening>) };
}

/** Where the SDKs find the emulators, and the credentials that these take. */
function environmentOf(servers: Servers, engine: Engine, region: string): Record<string, string> {
  const urls = services.map((name) => [`AWS_ENDPOINT_URL_${name.toUpperCase()}`, servers[name].url]);
  return {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: engine.url,
    AWS_ENDPOINT_URL_DYNAMODB_STREAMS: engine.url,
    ...Object.fromEntries(urls),
  };
}

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
async function startRooms(base: Base, servers: Servers, environment: Record<string, string>) {
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
    assembly.ofType('AWS::S3::Bucket').map(({ id }) => id),
  );
  servers.sqs.serve(sqsHandler(queues));
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

const clientsOf = (assembly: Assembly) =>
  assembly
    .ofType('AWS::Cognito::UserPoolClient')
    .map(({ id, properties }) => ({ id, callbacks: (properties.CallbackURLs ?? []) as string[] }));

/** The one port that people see: control and issuer below `/_local/`, the API everywhere else. */
async function serveApi(
  base: Base,
  servers: Servers,
  rooms: Awaited<ReturnType<typeof startRooms>>,
): Promise<void> {
  const { assembly, place, store, engine } = base;
  const [api] = assembly.ofType('AWS::ApiGatewayV2::Api');
  const gateway = api ? httpApi(assembly, api, rooms.functions, place) : starting;
  const identity = await startIdentity(store, place.issuerUrl, clientsOf(assembly));
  const outbox = openOutbox(store);
  const mail = { ...outbox, control: rooms.mailer.control };
  const { bus: events, queues, schedules, watch } = rooms;
  const parts = {
    identity,
    queues,
    schedules,
    watch,
    mail,
    events,
    compact: async () => compact(engine, store),
  };
  const control = controlHandler(parts);
  const issuerPath = new URL(place.issuerUrl).pathname;
  servers.api.serve((request) => {
    if (request.path.startsWith(`${issuerPath}/`)) return identity.handler(request);
    return request.path.startsWith('/_local/') ? control(request) : gateway(request);
  });
}

function sweepRegularly(base: Base): void {
  const sweep = () => {
    for (const table of base.tables)
      sweepExpired(base.engine.url, table).catch((error: unknown) =>
        process.stderr.write(`sweep: ${error}\n`),
      );
  };
  const timer = setInterval(sweep, sweepMs);
  base.endings.push(() => clearInterval(timer));
}

/** Ends in the reverse order of the beginning; one failure does not keep the rest from ending. */
async function endAll(endings: Ending[]): Promise<void> {
  for (const end of endings.splice(0).reverse()) {
    try {
      await end();
    } catch (error) {
      process.stderr.write(`end: ${error}\n`);
    }
  }
}

/** Reads the assembly in `folder` and runs what it holds until `end`. `lost` hears when the engine dies. Throws where something cannot run. */
export async function startCloud(
  folder: string,
  options: Options,
  lost: (reason: string) => void,
): Promise<Cloud> {
  const endings: Ending[] = [];
  try {
    const store = openStore(options.data);
    endings.push(() => store.close());
    const servers = await startServers(options);
    endings.push(
      async () => void (await Promise.all(Object.values(servers).map((server) => server.close()))),
    );
    const { region } = options;
    const apiUrl = servers.api.url;
    const place: Place = {
      region,
      account,
      apiUrl,
      issuerUrl: `${apiUrl}/_local/identity`,
      sqsUrl: servers.sqs.url,
    };
    const assembly = readAssembly(folder, place);
    const engine = await startEngine(options.engine, options.data, lost);
    endings.push(engine.end);
    const environment = environmentOf(servers, engine, region);
    const tables = await Promise.all(
      assembly.ofType('AWS::DynamoDB::GlobalTable').map((table) => ensureTable(engine.url, table)),
    );
    const base: Base = { options, store, assembly, place, engine, tables, endings };
    const rooms = await startRooms(base, servers, environment);
    const mailIn = await startMailIn({ ...rooms, assembly, region, port: options.smtpPort });
    endings.push(mailIn.end);
    await serveApi(base, servers, rooms);
    sweepRegularly(base);
    const { unknownKinds } = assembly;
    const end = () => endAll(endings);
    return {
      url: apiUrl,
      smtpPort: mailIn.port,
      engine: engine.name,
      tables,
      environment,
      unknownKinds,
      end,
    };
  } catch (error) {
    await endAll(endings);
    throw error;
  }
}
