import {
  type EngineName,
  hasDynamoDbLocal,
  hasDynoxide,
  startEngineProcess,
} from '../../infra/local/engines/engine.ts';

/** The engine that TEST_DYNAMODB asks for; the other one where the native binary does not exist for this machine. */
function chosen(): EngineName {
  const wanted = process.env.TEST_DYNAMODB ?? 'dynoxide';
  if (wanted !== 'dynoxide' && wanted !== 'dynamodb-local')
    throw new Error(`TEST_DYNAMODB is dynoxide or dynamodb-local, not ${wanted}`);
  const name = wanted === 'dynoxide' && !hasDynoxide() ? 'dynamodb-local' : wanted;
  if (name === 'dynamodb-local' && !hasDynamoDbLocal())
    throw new Error('No DynamoDB to test on: Dynoxide is not here, and DynamoDB Local needs a JDK');
  return name;
}

/** An engine of this process's own, in memory; it ends with the process, even a killed one. */
export async function startEngine(): Promise<{ url: string; stop: () => void }> {
  const { url, child } = await startEngineProcess(chosen(), undefined, 'ignore');
  child.unref();
  (child.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  return { url, stop: () => child.stdin?.destroy() };
}
