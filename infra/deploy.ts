// `npm run deploy -- [-c key=value …] [options of cdk deploy]`: the secret, then the stacks, then mail in. Safe to run again.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { SESClient } from '@aws-sdk/client-ses';
import { SSMClient } from '@aws-sdk/client-ssm';
import { edgeSecretNameOf, nameOf, readConfig, secretNameOf } from './config.ts';
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
if (config.edge) {
  const name = edgeSecretNameOf(config);
  say(`Secret of the edge ${name}: ${await ensureSecret(ssm, name, edgeSecret)}`);
  process.env.RAPPORT_EDGE_SECRET_VERSION = String(await versionOf(ssm, name));
}

const { status } = spawnSync('cdk', ['deploy', '--all', ...args], { cwd: root, stdio: 'inherit' });
if (status !== 0) {
  say('Mail in was not touched, because the deployment did not end well.');
  process.exit(status ?? 1);
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
