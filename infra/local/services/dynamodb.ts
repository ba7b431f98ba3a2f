import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { awsJson } from '../aws-json.ts';

export type Engine = {
  name: 'dynoxide' | 'dynamodb-local' | 'external';
  url: string;
  /** The engine's SQLite file, where it is ours. */
  file: string | undefined;
  end(): Promise<void>;
};
type Command = {
  name: 'dynoxide' | 'dynamodb-local';
  file: string;
  run(port: number): string[];
  cwd?: string;
};

const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
const architecture = `${process.platform}-${process.arch}`;
const dynoxideBinary = join(modules, '@dynoxide', architecture, 'dynoxide');
const simulator = join(modules, 'amplify-dynamodb-simulator/emulator');

function dynoxide(folder: string): Command {
  const file = join(folder, 'dynoxide.db');
  return {
    name: 'dynoxide',
    file,
    run: (port) => [dynoxideBinary, '--host', '127.0.0.1', '--port', String(port), '--db-path', file],
  };
}

function dynamoDbLocal(folder: string): Command {
  const path = join(folder, 'dynamodb-local');
  const flags = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx512m'];
  const options = ['-sharedDb', '-disableTelemetry', '-dbPath', path];
  mkdirSync(path, { recursive: true });
  return {
    name: 'dynamodb-local',
    file: join(path, 'shared-local-instance.db'),
    cwd: simulator,
    run: (port) => [
      'java',
      ...flags,
      '-Djava.library.path=./DynamoDBLocal_lib',
      '-jar',
      'DynamoDBLocal.jar',
      ...options,
      '-port',
      String(port),
    ],
  };
}

const hasJava = (): boolean => spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0;
const hasJar = (): boolean => existsSync(join(simulator, 'DynamoDBLocal.jar'));

/** The engine asked for by CRM_DYNAMODB, or the first that can run here. Throws an Error that says what is missing. */
function chooseEngine(choice: string | undefined, folder: string): Command {
  const native = existsSync(dynoxideBinary);
  if (choice === 'dynoxide' && !native)
    throw new Error(`CRM_DYNAMODB=dynoxide, but its binary for ${architecture} is not installed`);
  if (native && choice !== 'dynamodb-local') return dynoxide(folder);
  if (hasJar() && hasJava()) return dynamoDbLocal(folder);
  throw new Error(
    `No DynamoDB engine: Dynoxide has no binary for ${architecture} here and DynamoDB Local needs Java. Install Java, or point CRM_DYNAMODB to an endpoint.`,
  );
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/**
 * Runs the command beside a watcher that reads this process's pipe: when this process is gone, even by `kill -9`, the pipe ends and the
 * watcher kills the engine. `setsid` (detached) keeps the terminal's Ctrl-C for us, so that the engine ends last.
 */
const watched = 'exec 3<&0; "$@" </dev/null & e=$!; (cat <&3 >/dev/null; kill -9 $e) & wait $e';

function start(command: Command, port: number, log: number): ChildProcess {
  return spawn('sh', ['-c', watched, 'sh', ...command.run(port)], {
    cwd: command.cwd,
    detached: true,
    stdio: ['pipe', log, log],
    env: { PATH: process.env.PATH ?? '', DDB_LOCAL_TELEMETRY: '0' },
  });
}

async function answers(url: string, child: ChildProcess): Promise<boolean> {
  const end = Date.now() + 20_000;
  while (Date.now() < end && child.exitCode === null) {
    const up = await awsJson(url, 'DynamoDB_20120810.ListTables', {}).then(
      () => true,
      () => false,
    );
    if (up) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

/** Starts the engine with its data in `folder`; `lost` hears if it ends by itself. */
export async function startEngine(
  choice: string | undefined,
  folder: string,
  lost: (reason: string) => void,
): Promise<Engine> {
  if (choice?.startsWith('http'))
    return { name: 'external', url: choice, file: undefined, end: async () => {} };
  const command = chooseEngine(choice, folder);
  const log = openSync(join(folder, 'engine.log'), 'a');
  // A left-over of a killed run may hold the file for some milliseconds more, and a free port can be taken before we use it.
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const port = await freePort();
    const child = start(command, port, log);
    const url = `http://127.0.0.1:${port}`;
    if (await answers(url, child))
      return { name: command.name, url, file: command.file, end: ender(child, lost) };
    child.stdin?.end();
    await new Promise((resolve) => setTimeout(resolve, 200 * attempt));
  }
  throw new Error(`${command.name} does not start: see ${join(folder, 'engine.log')}`);
}

function ender(child: ChildProcess, lost: (reason: string) => void): () => Promise<void> {
  let ending = false;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.once('exit', (code) => {
    child.stdin?.end();
    if (!ending) lost(`The DynamoDB engine ended with code ${code}`);
  });
  return async () => {
    ending = true;
    child.stdin?.end();
    await gone;
  };
}
