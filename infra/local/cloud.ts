import { readAssembly } from './assembly.ts';
import { indexStream, trimStream } from './engine-file.ts';
import { serveApi } from './front.ts';
import type { Place } from './kinds.ts';
import type { Options } from './options.ts';
import { type Base, type Ending, startRooms } from './rooms.ts';
import { environmentOf, startServers } from './servers.ts';
import { type Engine, startEngine } from './services/dynamodb.ts';
import { ensureTable, sweepExpired, type Table } from './services/table.ts';
import { openStore } from './store.ts';
import { startMailIn } from './triggers/mail-in.ts';

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
const account = '000000000000';
const sweepMs = 600_000;
const trimMs = 5000;

function sweepRegularly(base: Base): void {
  const sweep = () => {
    for (const table of base.tables)
      sweepExpired(base.engine.url, table).catch((error: unknown) =>
        process.stderr.write(`sweep: ${error}\n`),
      );
  };
  const trim = () => {
    try {
      trimStream(base.engine, base.store);
    } catch (error) {
      process.stderr.write(`trim: ${error}\n`);
    }
  };
  const timers = [setInterval(sweep, sweepMs), setInterval(trim, trimMs)];
  base.endings.push(() => timers.forEach(clearInterval));
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
    indexStream(engine);
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
