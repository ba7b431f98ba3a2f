// `npm run deploy -- [-c key=value …] [options of cdk deploy]`: the secrets, the stacks, the console, mail in. Safe to run again.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { S3Client } from '@aws-sdk/client-s3';
import { SESClient } from '@aws-sdk/client-ses';
import { SSMClient } from '@aws-sdk/client-ssm';
import { consoleNameOf, edgeSecretNameOf, homeOf, nameOf, readConfig, secretNameOf } from './config.ts';
import { placeOfConsole, publishConsole } from './console/publish.ts';
import { buildConsole } from './console.ts';
import {
  activateReceiving,
  awsEnvironment,
  contextOf,
  edgeSecret,
  ensureSecret,
  versionOf,
} from './deployment.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);

const args = process.argv.slice(2);
const context = contextOf(args);
Object.assign(process.env, awsEnvironment(args, process.env));
process.env.CDK_DEFAULT_REGION ??= process.env.AWS_REGION; // as the CDK CLI will say it to the app
const config = readConfig({ context: (key) => context[key], env: process.env });

const ssm = new SSMClient({});
const secret = secretNameOf(config);
say(`Secret ${secret}: ${await ensureSecret(ssm, secret)}`);
const edgeName = edgeSecretNameOf(config);
say(`Secret of the edge ${edgeName}: ${await ensureSecret(ssm, edgeName, edgeSecret)}`);
process.env.RAPPORT_EDGE_SECRET_VERSION = String(await versionOf(ssm, edgeName));

function deployStacks(): void {
  const { status } = spawnSync('cdk', ['deploy', '--all', ...args], { cwd: root, stdio: 'inherit' });
  if (status === 0) return;
  say('Console and mail in were not touched, because the deployment did not end well.');
  process.exit(status ?? 1);
}

/**
 * Without a host of its own the console stands at an address that CloudFront chooses, behind the stack that has to name it: so the
 * first deployment goes through the stacks twice, and each later one begins with the address of the one before.
 */
async function deployAll() {
  const place = () => placeOfConsole(ssm, consoleNameOf(config));
  const before = homeOf(config) ? undefined : await place();
  if (before) process.env.RAPPORT_CONSOLE_URL = before.url;
  deployStacks();
  const now = await place();
  if (!now || homeOf(config) || now.url === before?.url) return now;
  say(`The console stands at ${now.url}: once more, so that signing in leads back there.`);
  process.env.RAPPORT_CONSOLE_URL = now.url;
  deployStacks();
  return now;
}

const built = await buildConsole(say);
const place = await deployAll();
if (place) {
  const count = await publishConsole(new S3Client({}), place.bucket, built);
  say(`Console: ${count} files, ${homeOf(config) ?? place.url}`);
}

const ruleSet = nameOf(config, 'receiving');
const receiving = await activateReceiving(new SESClient({}), ruleSet);
if (receiving.state === 'taken') {
  say(`Mail in is OFF: this account already receives mail by the rule set "${receiving.by}".`);
  say(`To use ours instead: aws ses set-active-receipt-rule-set --rule-set-name ${ruleSet}`);
} else say(`Mail in: rule set ${ruleSet} ${receiving.state}`);
say(
  'Records that older code has listed: TABLE_NAME=<table> npm run backfill (docs/operations.md#backfilling).',
);
