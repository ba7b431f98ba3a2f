import { createWriteStream, existsSync, mkdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Assembly, Resource } from '../assembly.ts';
import type { FunctionSpec, Outcome } from './environment.ts';
import { createPool, type Pool } from './pool.ts';

export type Functions = {
  /** Runs a function with an event and waits for its outcome. Throws for an ARN that no function has. */
  invoke(arn: string, event: unknown): Promise<Outcome>;
  has(arn: string): boolean;
  /** How many invocations run or wait, by function name. */
  busy(): Record<string, number>;
  /** Calls `heard` after each invocation. */
  onDone(heard: () => void): void;
  end(): Promise<void>;
};
type Options = { workers: number; logs: string; environment: Record<string, string>; region: string };

const maxLogBytes = 20 * 1024 * 1024;

function fileOf(folder: string, handler: string): { file: string; exportName: string } {
  const dot = handler.lastIndexOf('.');
  const base = join(folder, handler.slice(0, dot));
  const file = ['.mjs', '.js', '.cjs'].map((ending) => base + ending).find((path) => existsSync(path));
  if (!file) throw new Error(`No module for the handler ${handler} in ${folder}`);
  return { file, exportName: handler.slice(dot + 1) };
}

/** What Lambda itself puts into a function's environment, then what the template gives, then where the emulators are. */
function specOf(resource: Resource, assembly: Assembly, options: Options): FunctionSpec {
  const { Handler, Timeout = 3, MemorySize = 128, Environment, Code } = resource.properties;
  const folder = assembly.assetFolder(String(Code.S3Key));
  const variables = (Environment?.Variables ?? {}) as Record<string, unknown>;
  const given = Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)]));
  return {
    name: resource.id,
    arn: resource.arn,
    ...fileOf(folder, String(Handler)),
    timeoutMs: Number(Timeout) * 1000,
    memoryMb: Number(MemorySize),
    environment: {
      AWS_REGION: options.region,
      AWS_DEFAULT_REGION: options.region,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_LAMBDA_FUNCTION_NAME: resource.id,
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(MemorySize),
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      LAMBDA_TASK_ROOT: folder,
      TZ: ':UTC',
      PATH: process.env.PATH ?? '',
      ...given,
      ...options.environment,
    },
  };
}

/** Appends to a function's log file; a file that has grown too large starts anew with the next run. */
function openLog(folder: string, name: string): (text: string) => void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.log`);
  if (existsSync(path) && statSync(path).size > maxLogBytes) truncateSync(path);
  const stream = createWriteStream(path, { flags: 'a' });
  return (text) => void stream.write(text);
}

export function startFunctions(assembly: Assembly, options: Options): Functions {
  const pools = new Map<string, Pool>();
  const listeners: (() => void)[] = [];
  for (const resource of assembly.ofType('AWS::Lambda::Function')) {
    const spec = specOf(resource, assembly, options);
    pools.set(resource.arn, createPool(spec, options.workers, openLog(options.logs, resource.id)));
  }
  const poolOf = (arn: string): Pool => {
    const pool = pools.get(arn);
    if (!pool) throw new Error(`No function ${arn}`);
    return pool;
  };
  return {
    has: (arn) => pools.has(arn),
    invoke: async (arn, event) => {
      const outcome = await poolOf(arn).invoke(JSON.stringify(event));
      for (const heard of listeners) heard();
      return outcome;
    },
    busy: () =>
      Object.fromEntries([...pools.values()].map((pool) => [pool.name, pool.busy()]).filter(([, n]) => n)),
    onDone: (heard) => listeners.push(heard),
    end: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.end()));
    },
  };
}
