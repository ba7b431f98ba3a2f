import { randomBytes } from 'node:crypto';
import {
  DescribeActiveReceiptRuleSetCommand,
  type SESClient,
  SetActiveReceiptRuleSetCommand,
} from '@aws-sdk/client-ses';
import {
  GetParameterCommand,
  ParameterAlreadyExists,
  ParameterNotFound,
  PutParameterCommand,
  type SSMClient,
} from '@aws-sdk/client-ssm';

/** The `-c key=value` and `--context key=value` of a command line, as the CDK CLI reads them. */
export function contextOf(args: readonly string[]): Record<string, string> {
  const pairs = args.flatMap((arg, i) => {
    const inline = /^(?:-c|--context)=(.+)$/.exec(arg)?.[1];
    return inline ?? (arg === '-c' || arg === '--context' ? (args[i + 1] ?? []) : []);
  });
  return Object.fromEntries(
    pairs.flatMap((pair) => {
      const at = pair.indexOf('=');
      return at > 0 ? [[pair.slice(0, at), pair.slice(at + 1)]] : [];
    }),
  );
}

/**
 * The environment by which the SDK reaches the account and region that the CDK CLI deploys to: it takes no `--profile`, and does not
 * read AWS_DEFAULT_REGION, which the CLI does.
 */
export function awsEnvironment(
  args: readonly string[],
  { AWS_REGION, AWS_DEFAULT_REGION }: Record<string, string | undefined>,
): Record<string, string> {
  const inline = args.findLast((arg) => arg.startsWith('--profile='))?.slice('--profile='.length);
  const at = args.lastIndexOf('--profile');
  const profile = inline ?? (at >= 0 ? args[at + 1] : undefined);
  const region = AWS_REGION ?? AWS_DEFAULT_REGION;
  return { ...(profile && { AWS_PROFILE: profile }), ...(region && { AWS_REGION: region }) };
}

async function parameterExists(ssm: SSMClient, Name: string): Promise<boolean> {
  try {
    await ssm.send(new GetParameterCommand({ Name })); // not decrypted: the value is nobody's business here
    return true;
  } catch (error) {
    if (error instanceof ParameterNotFound) return false;
    throw error;
  }
}

/** `SecureString`: under the account's own key, read by functions. `String`: readable in the account, for what templates resolve. */
type Kept = { type: 'SecureString' | 'String'; description: string };
const deploymentSecret: Kept = {
  type: 'SecureString',
  description: 'Rapport: the key from which cursors, reply tokens and signed times are made',
};
/** What the edge sends along and the functions ask for: it opens nothing by itself, so that a template may name it. */
export const edgeSecret: Kept = {
  type: 'String',
  description: 'Rapport: what the edge sends along, so that the functions refuse who goes past it',
};

/** Which version of a parameter is the newest. */
export async function versionOf(ssm: SSMClient, Name: string): Promise<number> {
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name }));
  if (Parameter?.Version === undefined) throw new Error(`${Name} has no version`);
  return Parameter.Version;
}

/**
 * Makes a secret (32 random bytes, an SSM parameter) unless it is there. Never replaces one, also when two deployments start at
 * once: every signature ever given out would be void. Answers what it did, never the value.
 */
export async function ensureSecret(
  ssm: SSMClient,
  Name: string,
  { type, description }: Kept = deploymentSecret,
): Promise<'made' | 'kept'> {
  if (await parameterExists(ssm, Name)) return 'kept';
  try {
    await ssm.send(
      new PutParameterCommand({
        Name,
        Type: type,
        Value: randomBytes(32).toString('base64url'),
        Overwrite: false,
        Description: description,
      }),
    );
    return 'made';
  } catch (error) {
    if (error instanceof ParameterAlreadyExists) return 'kept';
    throw error;
  }
}

/**
 * Makes SES use our receipt rules, which CloudFormation cannot do. An account has one active rule set a region: another one that is
 * active belongs to somebody and is left alone, so that their mail does not stop; its name is answered.
 */
export async function activateReceiving(
  ses: SESClient,
  RuleSetName: string,
): Promise<{ state: 'activated' | 'active' } | { state: 'taken'; by: string }> {
  const { Metadata } = await ses.send(new DescribeActiveReceiptRuleSetCommand({}));
  if (Metadata?.Name === RuleSetName) return { state: 'active' };
  if (Metadata?.Name) return { state: 'taken', by: Metadata.Name };
  await ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName }));
  return { state: 'activated' };
}
