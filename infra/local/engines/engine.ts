import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type EngineName = 'dynoxide' | 'dynamodb-local';
type Command = { words: (port: number) => string[]; cwd?: string; file?: string };
export type EngineProcess = { url: string; child: ChildProcess; file: string | undefined };

const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
const launcher = fileURLToPath(new URL('LoopbackDynamoDb.java', import.meta.url));
const native = join(modules, '@dynoxide', `${process.platform}-${process.arch}`, 'dynoxide');
const simulator = join(modules, 'amplify-dynamodb-simulator/emulator');

/** Dynoxide is a native binary, which npm has for some platforms only. */
export const hasDynoxide = (): boolean => existsSync(native);
/** DynamoDB Local needs a JDK: our launcher, which keeps it on the loopback interface, is compiled as it starts. */
export const hasDynamoDbLocal = (): boolean =>
  existsSync(join(simulator, 'DynamoDBLocal.jar')) &&
  spawnSync('javac', ['-version'], { stdio: 'ignore' }).status === 0 &&
  spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0;

function dynoxide(folder: string | undefined): Command {
  const file = folder && join(folder, 'dynoxide.db');
  const storage = file ? ['--db-path', file] : [];
  return {
    words: (port) => [native, '--host', '127.0.0.1', '--port', String(port), ...storage],
    ...(file && { file }),
  };
}

function dynamoDbLocal(folder: string | undefined): Command {
  const path = folder && join(folder, 'dynamodb-local');
  if (path) mkdirSync(path, { recursive: true });
  const java = ['java', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx512m'];
  const library = ['-Djava.library.path=./DynamoDBLocal_lib', '-cp', 'DynamoDBLocal.jar:DynamoDBLocal_lib/*'];
  const storage = path ? ['-dbPath', path] : ['-inMemory'];
  return {
    words: (port) => [
      ...java,
      ...library,
      launcher,
      '-sharedDb',
      '-disableTelemetry',
      ...storage,
      '-port',
      String(port),
    ],
    cwd: simulator,
    ...(path && { file: join(path, 'shared-local-instance.db') }),
  };
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
 * Runs the command beside a watcher that reads our end of a pipe: when this process is gone, even by `kill -9`, the pipe ends
 * and the watcher kills the engine. Detached, so that the terminal's Ctrl-C is for us and the engine ends last.
 */
const watched = 'exec 3<&0; "$@" </dev/null & e=$!; (cat <&3 >/dev/null; kill -9 $e) 2>/dev/null & wait $e';

function run({ words, cwd }: Command, port: number, log: number | 'ignore'): ChildProcess {
  return spawn('sh', ['-c', watched, 'sh', ...words(port)], {
    cwd,
    detached: true,
    stdio: ['pipe', log, log],
    // The flag alone still looks a host of the telemetry up.
    env: { PATH: process.env.PATH ?? '', DDB_LOCAL_TELEMETRY: '0' },
  });
}

/** Anything but a refused connection is an answer; that the child still lives shows that the answer is its own. */
async function answers(url: string, child: ChildProcess): Promise<boolean> {
  for (const end = Date.now() + 30_000; Date.now() < end && child.exitCode === null; ) {
    const up = await fetch(url).then(
      () => true,
      () => false,
    );
    if (up) return child.exitCode === null;
    await new Promise((resume) => setTimeout(resume, 15));
  }
  return false;
}

/**
 * Starts an engine on a free port, with its data in `folder` or in memory. End it by closing its standard input. A port that
 * another process took in between, or a file that a killed run still holds, is tried again.
 */
export async function startEngineProcess(
  name: EngineName,
  folder: string | undefined,
  log: number | 'ignore',
): Promise<EngineProcess> {
  const command = (name === 'dynoxide' ? dynoxide : dynamoDbLocal)(folder);
  for (let tries = 1; tries <= 5; tries++) {
    const port = await freePort();
    const child = run(command, port, log);
    const url = `http://127.0.0.1:${port}`;
    if (await answers(url, child)) return { url, child, file: command.file };
    child.stdin?.end();
    await new Promise((resume) => setTimeout(resume, 200 * tries));
  }
  throw new Error(`${name} does not start`);
}
