import { type Stack, Validations } from 'aws-cdk-lib';
import { CfnProject } from 'aws-cdk-lib/aws-codebuild';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { type Config, nameOf } from '../config.ts';
import { snapshotNameOf } from '../recount/snapshot.ts';
import { logGroup } from './function.ts';

export const recountName = 'recount';
export const recountEntry = 'infra/recount.ts';

type Recounted = { config: Config; table: TableV2; recountBundle: string; topic: Topic };

const eightHours = 480; // minutes; the most that CodeBuild gives
const onlyFromHere = (stack: Stack, service: string) =>
  new ServicePrincipal(service, { conditions: { StringEquals: { 'aws:SourceAccount': stack.account } } });

const tableActions = (...names: string[]) => names.map((name) => `dynamodb:${name}`);
/** The table itself is only restored from. What DynamoDB asks for to fill a restored table is allowed on that one alone. */
function snapshotRights({ tableArn }: TableV2): PolicyStatement[] {
  const snapshotArn = snapshotNameOf(tableArn);
  return [
    new PolicyStatement({
      actions: tableActions('RestoreTableToPointInTime'),
      resources: [tableArn, snapshotArn],
    }),
    new PolicyStatement({
      actions: tableActions(
        ...['DescribeTable', 'DeleteTable', 'Scan', 'Query', 'GetItem', 'BatchGetItem'],
        ...['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'],
      ),
      resources: [snapshotArn],
    }),
  ];
}

/** The command in a container that may run for hours: a function may for fifteen minutes, and may not Scan. */
function recountProject(stack: Stack, { config, table, recountBundle }: Recounted): CfnProject {
  const code = new Asset(stack, 'recount-code', { path: recountBundle });
  const log = logGroup(stack, recountName, config);
  const role = new Role(stack, 'recount-role', { assumedBy: onlyFromHere(stack, 'codebuild.amazonaws.com') });
  const codeArn = code.bucket.arnForObjects(code.s3ObjectKey);
  for (const statement of [
    ...snapshotRights(table),
    new PolicyStatement({ actions: ['s3:GetObject', 's3:GetObjectVersion'], resources: [codeArn] }),
    new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [log.logGroupArn],
    }),
  ])
    role.addToPolicy(statement);
  Validations.of(role).acknowledge({
    id: `AwsSolutions-IAM5[Resource::${stack.resolve(log.logGroupArn)}]`,
    reason: 'The streams of one log group; CodeBuild names them.',
  });
  const project = new CfnProject(stack, recountName, {
    name: nameOf(config, recountName),
    description: 'Compares counters and entries with the records. See docs/operations.md#recounting',
    serviceRole: role.roleArn,
    source: {
      type: 'S3',
      location: `${code.s3BucketName}/${code.s3ObjectKey}`,
      buildSpec: JSON.stringify({
        version: '0.2',
        phases: {
          install: { 'runtime-versions': { nodejs: 22 } },
          build: { commands: [`node ${recountName}.mjs --snapshot`] },
        },
      }),
    },
    artifacts: { type: 'NO_ARTIFACTS' },
    environment: {
      type: 'ARM_CONTAINER',
      computeType: 'BUILD_GENERAL1_SMALL',
      image: 'aws/codebuild/amazonlinux-aarch64-standard:3.0',
      environmentVariables: [{ name: 'TABLE_NAME', value: table.tableName }],
    },
    timeoutInMinutes: eightHours,
    queuedTimeoutInMinutes: 60,
    concurrentBuildLimit: 1, // two would delete each other's snapshot
    logsConfig: { cloudWatchLogs: { status: 'ENABLED', groupName: log.logGroupName } },
  });
  project.node.addDependency(role);
  Validations.of(project).acknowledge({
    id: 'AwsSolutions-CB4',
    reason: 'It makes no artifacts that a key could encrypt.',
  });
  return project;
}

function startMonthly(stack: Stack, project: CfnProject): void {
  const role = new Role(stack, 'recount-schedule-role', {
    assumedBy: onlyFromHere(stack, 'scheduler.amazonaws.com'),
  });
  role.addToPolicy(new PolicyStatement({ actions: ['codebuild:StartBuild'], resources: [project.attrArn] }));
  const made = new CfnSchedule(stack, 'recount-schedule', {
    name: project.name,
    scheduleExpression: 'cron(0 3 2 * ? *)',
    scheduleExpressionTimezone: 'UTC',
    flexibleTimeWindow: { mode: 'OFF' },
    target: { arn: project.attrArn, roleArn: role.roleArn },
  });
  made.node.addDependency(role);
}

/**
 * Recounts the whole table from a restored copy on the second of each month, and tells the topic of alarms where that finds a
 * difference or does not come to its end.
 */
export function monthlyRecount(stack: Stack, recounted: Recounted): void {
  const project = recountProject(stack, recounted);
  startMonthly(stack, project);
  const said = `${project.name}: counters or entries differ from the records, or the recount did not come to its end; its log in CodeBuild says which. See docs/operations.md#recounting`;
  new Rule(stack, 'recount-failed', {
    description: 'The monthly recount found a difference or did not end',
    eventPattern: {
      source: ['aws.codebuild'],
      detailType: ['CodeBuild Build State Change'],
      detail: { 'project-name': [project.ref], 'build-status': ['FAILED', 'FAULT', 'TIMED_OUT'] },
    },
    targets: [new SnsTopic(recounted.topic, { message: RuleTargetInput.fromText(said) })],
  });
}
