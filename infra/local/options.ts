import { resolve } from 'node:path';

export type Options = {
  port: number;
  smtpPort: number;
  /** Where everything is kept. */
  data: string;
  demo: boolean;
  /** CRM_DYNAMODB as given: `dynoxide`, `dynamodb-local`, or the URL of a running engine. */
  engine: string | undefined;
  /** The folder of the built console, as RAPPORT_CONSOLE names it; the cloud serves none where there is none. */
  console?: string | undefined;
  /** Worker threads a function. */
  workers: number;
  region: string;
};

function port(name: string, value: string | undefined, fallback: number): number {
  const number = value === undefined || value === '' ? fallback : Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new Error(`${name} is no port: ${value}`);
  return number;
}

/** Reads the settings of the local cloud from the environment. Throws an Error that names the wrong one. */
export function readOptions(env: Record<string, string | undefined>): Options {
  const engine = env.CRM_DYNAMODB || undefined;
  if (engine && !/^(dynoxide|dynamodb-local|https?:\/\/.+)$/.test(engine))
    throw new Error(`CRM_DYNAMODB is dynoxide, dynamodb-local or a URL, not ${engine}`);
  return {
    port: port('PORT', env.PORT, 3000),
    smtpPort: port('SMTP_PORT', env.SMTP_PORT, 2525),
    data: resolve(env.RAPPORT_DATA || '.rapport'),
    demo: env.RAPPORT_DEMO !== '0',
    engine,
    console: env.RAPPORT_CONSOLE ? resolve(env.RAPPORT_CONSOLE) : undefined,
    workers: Math.max(1, Number(env.RAPPORT_WORKERS || 4)),
    region: env.AWS_REGION || 'eu-west-1',
  };
}
