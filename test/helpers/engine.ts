import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const native = `${modules}@dynoxide/${process.platform}-${process.arch}/dynoxide`;
const simulator = `${modules}amplify-dynamodb-simulator/emulator`;
const java = ['java', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx512m'];
const jar = ['-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar'];
const inMemory = ['-inMemory', '-sharedDb', '-disableTelemetry'];

type Command = { words: (port: number) => string[]; cwd?: string };
const commands: Record<string, Command> = {
  dynoxide: { words: (port) => [native, '--host', '127.0.0.1', '--port', String(port)] },
  'dynamodb-local': {
    words: (port) => [...java, ...jar, ...inMemory, '-port', String(port)],
    cwd: simulator,
  },
};

/** DynamoDB Local needs Java and the jar; a clone without either tests on the native engine alone. */
export const hasDynamoDbLocal = () =>
  existsSync(`${simulator}/DynamoDBLocal.jar`) &&
  spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0;

/** The engine that TEST_DYNAMODB asks for; the other one where the native binary does not exist for this machine. */
function chosen(): Command {
  const wanted = process.env.TEST_DYNAMODB ?? 'dynoxide';
  const name = wanted === 'dynoxide' && !existsSync(native) ? 'dynamodb-local' : wanted;
  const command = commands[name];
  if (!command) throw new Error(`TEST_DYNAMODB is dynoxide or dynamodb-local, not ${wanted}`);
  if (name === 'dynamodb-local' && !hasDynamoDbLocal()) {
    throw new Error(`No DynamoDB to test on: ${native} is missing, and so is Java for DynamoDB Local`);
  }
  return command;
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

/** The engine ends when our end of its pipe does, so it outlives no test process, not even a killed one. */
const watched = 'exec 3<&0; "$@" </dev/null & e=$!; (read _ <&3; kill -9 $e) 2>/dev/null & wait $e';

function run({ words, cwd }: Command, port: number): ChildProcess {
  const child = spawn('sh', ['-c', watched, 'sh', ...words(port)], {
    cwd,
    stdio: ['pipe', 'ignore', 'ignore'],
    // The flag alone still looks a host of the telemetry up.
    env: { PATH: process.env.PATH, DDB_LOCAL_TELEMETRY: '0' },
  });
  child.unref();
  (child.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  return child;
}

/** Anything but a refused connection is an answer; that the child still lives shows that the answer is its own. */
async function isUp(url: string, child: ChildProcess): Promise<boolean> {
  for (const end = Date.now() + 30_000; Date.now() < end && child.exitCode === null; ) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) return child.exitCode === null;
    await new Promise((resume) => setTimeout(resume, 15));
  }
  return false;
}

/** An engine of this process's own, in memory. A port that another process took in between is tried again. */
export async function startEngine(): Promise<{ url: string; stop: () => void }> {
  const command = chosen();
  for (let tries = 0; tries < 5; tries++) {
    const port = await freePort();
    const child = run(command, port);
    const url = `http://127.0.0.1:${port}`;
    const stop = () => child.stdin?.destroy();
    if (await isUp(url, child)) return { url, stop };
    stop();
  }
  throw new Error(`${command.words(0).join(' ')} does not start`);
}
