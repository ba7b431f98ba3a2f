import { Duration, RemovalPolicy, Size, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as Lambda,
  LoggingFormat,
  RecursiveLoop,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { type Config, nameOf } from '../config.ts';
import { type FunctionDefinition, nodeOptions } from '../function-definition.ts';
import { type Granted, granted } from './grants.ts';
import type { Resources } from './resources.ts';

/** A log that is kept for as long as the configuration says and goes with its stack. */
export const logGroup = (scope: Construct, name: string, config: Config) =>
  new LogGroup(scope, `${name}-log`, {
    logGroupName: `/rapport/${config.stage}/${name}`,
    retention: config.logRetentionDays satisfies number as RetentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });

function roleOf(
  scope: Construct,
  name: string,
  log: LogGroup,
  { statements, wildcards }: Required<Granted>,
): Role {
  const role = new Role(scope, `${name}-role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  const logging = new PolicyStatement({
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [log.logGroupArn],
  });
  for (const statement of [logging, ...statements]) role.addToPolicy(statement);
  Validations.of(role).acknowledge(
    {
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'X-Ray takes trace segments for no resource in particular; so does the listing of DynamoDB streams, and what SES tells of an identity.',
    },
    ...wildcards.map(({ resource, reason }) => ({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason })),
  );
  return role;
}

/**
 * Whether it sends what calls it again: a page's work, and a message for the next page. Lambda stops such a chain at the sixteenth
 * run unless it is told that it is meant ("Lambda recursive loop detection").
 */
const goesOnByItself = ({ trigger, grants }: FunctionDefinition): boolean =>
  (trigger.kind === 'queue' && grants.includes(`${trigger.queue}-queue:send`)) ||
  (trigger.kind === 'bus' && grants.includes('bus:put'));

/**
 * Makes a Lambda function of the manifest: Node.js 24 on arm64, a role of its own with what it is granted, a log that ends, and
 * tracing by Lambda's own setting. What makes it run (route, queue, stream, schedule) is the caller's.
 */
export function lambdaFunction(
  scope: Construct,
  definition: FunctionDefinition,
  resources: Resources,
): Lambda {
  const { name, capability, memoryMB, timeoutS, diskMB } = definition;
  const folder = resources.bundles[name];
  if (folder === undefined) throw new Error(`${name} has not been bundled`);
  const given = granted(scope, definition.grants, resources);
  const log = logGroup(scope, name, resources.config);
  return new Lambda(scope, name, {
    functionName: nameOf(resources.config, name),
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    code: Code.fromAsset(folder),
    handler: `${name}.handler`,
    memorySize: memoryMB,
    ...(diskMB !== undefined && { ephemeralStorageSize: Size.mebibytes(diskMB) }),
    timeout: Duration.seconds(timeoutS),
    role: roleOf(scope, name, log, given),
    logGroup: log,
    loggingFormat: LoggingFormat.JSON,
    tracing: Tracing.ACTIVE,
    ...(goesOnByItself(definition) && { recursiveLoop: RecursiveLoop.ALLOW }),
    environment: {
      ...given.env,
      POWERTOOLS_SERVICE_NAME: capability,
      NODE_OPTIONS: nodeOptions(definition).join(' '),
      // Names are looked up by libuv's threads, four by default: a server of names that hangs would keep all others waiting.
      ...(definition.trigger.kind === 'queue' && { UV_THREADPOOL_SIZE: '32' }),
    },
  });
}
