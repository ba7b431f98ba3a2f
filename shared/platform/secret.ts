import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from './env.ts';

let secret: Promise<string> | undefined;

async function load(): Promise<string> {
  const { GetParameterCommand, SSMClient } = await import('@aws-sdk/client-ssm'); // few requests need it: not in the cold start
  const { Parameter } = await new SSMClient({}).send(
    new GetParameterCommand({ Name: env('SECRET_PARAMETER'), WithDecryption: true }),
  );
  if (!Parameter?.Value) throw new Error('The secret parameter is empty');
  return Parameter.Value;
}

/** The deployment's secret, read once a process; a failed read is tried again at the next use. */
async function deploymentSecret(): Promise<string> {
  secret ??= load().catch((error: unknown) => {
    secret = undefined;
    throw error;
  });
  return secret;
}

/** HMAC-SHA-256 of a text under a key of this purpose alone; cut to `bytes`. */
export async function sign(purpose: string, text: string, bytes = 16): Promise<Buffer> {
  const key = createHmac('sha256', await deploymentSecret())
    .update(purpose)
    .digest();
  return createHmac('sha256', key).update(text).digest().subarray(0, bytes);
}

/** Whether `sign` gave this signature, in whole or cut to no less than 8 bytes; false for whatever else was sent. */
export async function isSigned(purpose: string, text: string, signature: Buffer): Promise<boolean> {
  const expected = await sign(purpose, text, signature.length);
  return (
    signature.length >= 8 && signature.length === expected.length && timingSafeEqual(expected, signature)
  );
}
