import type { ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { type EngineName, hasDynamoDbLocal, hasDynoxide, startEngineProcess } from '../engines/engine.ts';

export type Engine = {
  name: EngineName | 'external';
  url: string;
  /** The engine's SQLite file, where it is ours. */
  file: string | undefined;
  end(): Promise<void>;
};

/** The engine asked for by CRM_DYNAMODB, or the first that can run here. Throws an Error that says what is missing. */
function chooseEngine(choice: string | undefined): EngineName {
  const platform = `${process.platform}-${process.arch}`;
  if (choice === 'dynoxide' && !hasDynoxide())
    throw new Error(`CRM_DYNAMODB=dynoxide, but its binary for ${platform} is not installed`);
  if (hasDynoxide() && choice !== 'dynamodb-local') return 'dynoxide';
  if (hasDynamoDbLocal()) return 'dynamodb-local';
  throw new Error(
    `No DynamoDB engine: Dynoxide has no binary for ${platform} here and DynamoDB Local needs a JDK. Install one, or point CRM_DYNAMODB to an endpoint.`,
  );
}

/** Starts the engine with its data in `folder`; `lost` hears if it ends by itself. */
export async function startEngine(
  choice: string | undefined,
  folder: string,
  lost: (reason: string) => void,
): Promise<Engine> {
  if (choice?.startsWith('http'))
    return { name: 'external', url: choice, file: undefined, end: async () => {} };
  const name = chooseEngine(choice);
  const { url, child, file } = await startEngineProcess(
    name,
    folder,
    openSync(join(folder, 'engine.log'), 'a'),
  );
  return { name, url, file, end: ender(child, lost) };
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
