import { Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { placeOf, secretNameOf } from '../config.ts';
import type { Grant } from '../function-definition.ts';
import { liveUrl, posting } from './live-grants.ts';
import type { Resources } from './resources.ts';

/** What a grant means: environment variables of the function, and statements of its role. */
export type Granted = {
  env: Record<string, string>;
  statements: PolicyStatement[];
  /** Wildcards among the statements' resources as cdk-nag names them, each with its reason. */
  wildcards?: { resource: string; reason: string }[];
};

const allow = (actions: string[], ...resources: string[]) => new PolicyStatement({ actions, resources });

const READ = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:ConditionCheckItem'];
const WRITE = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'];

/**
 * Partition keys of one part of a workspace. Its id is said letter by letter: behind a `*` the name of the part could stand in
 * what people wrote, such as a tag or an external id, and their records would be denied.
 */
export const partKeys = (part: 'AUDIT' | 'FEED' | 'LIMIT') => ({
  'dynamodb:LeadingKeys': [`WS#ws_${'?'.repeat(26)}#${part}#*`],
});
/** `shared/audit/audit.ts` */
const auditLog = partKeys('AUDIT');
/**
 * What is written there stays: no function changes or deletes a line, whatever its code comes to do. A line could be put in the
 * place of another, so only those functions put any whose own transactions have lines (`audit:append`).
 */
const keepAuditLog = (tableArn: string, mayAppend: boolean) =>
  new PolicyStatement({
    effect: Effect.DENY,
    actions: ['dynamodb:DeleteItem', 'dynamodb:UpdateItem', ...(mayAppend ? [] : ['dynamodb:PutItem'])],
    resources: [tableArn],
    conditions: { 'ForAnyValue:StringLike': auditLog },
  });
const writeAuditLog = (tableArn: string) =>
  new PolicyStatement({
    actions: ['dynamodb:BatchWriteItem'],
    resources: [tableArn],
    conditions: { 'ForAllValues:StringLike': auditLog },
  });

/** `shared/changes/feed-line.ts` */
const writeFeed = (tableArn: string) =>
  new PolicyStatement({
    actions: ['dynamodb:BatchWriteItem'],
    resources: [tableArn],
    conditions: { 'ForAllValues:StringLike': partKeys('FEED') },
  });

/** The API's base URL without a slash at the end: the custom domain where there is one. */
const publicUrlOf = ({ config, api }: Pick<Resources, 'config' | 'api'>) =>
  config.publicUrl?.replace(/\/$/, '') ?? api.apiEndpoint;

/** A bucket's objects; which they are is not known beforehand. */
function objectsOf(bucket: IBucket, reason: string): NonNullable<Granted['wildcards']> {
  const home = Stack.of(bucket);
  const exported: { 'Fn::ImportValue': string } = home.resolve(home.exportValue(bucket.bucketArn));
  return [{ resource: `${exported['Fn::ImportValue']}/*`, reason }];
}
const mailObjects = ({ mailBucket }: Resources) =>
  objectsOf(mailBucket, 'The mails and attachments of one bucket; their names come with the mails.');
const ARCHIVES = 'The archives of one bucket; their names come with the requests.';

/** For good: every version, which the right to delete objects alone does not reach. */
const purging = (bucket: IBucket) => [
  allow(['s3:DeleteObject', 's3:DeleteObjectVersion'], bucket.arnForObjects('*')),
  allow(['s3:ListBucketVersions'], bucket.bucketArn),
];

/** What a function may do with a bucket that has one. */
const onArchives = ({ exportsBucket }: Resources, statements: PolicyStatement[]): Granted => ({
  env: { EXPORTS_BUCKET: exportsBucket.bucketName },
  wildcards: objectsOf(exportsBucket, ARCHIVES),
  statements,
});

const onImports = ({ importsBucket }: Resources, statements: PolicyStatement[]): Granted => ({
  env: { IMPORTS_BUCKET: importsBucket.bucketName },
  wildcards: objectsOf(importsBucket, 'The imports of one bucket; their names come with the requests.'),
  statements,
});

/** And who says whether what lies there is clean. */
const onFiles = ({ config, filesBucket }: Resources, statements: PolicyStatement[]): Granted => ({
  env: { FILES_BUCKET: filesBucket.bucketName, FILES_SCAN: config.scan },
  wildcards: objectsOf(filesBucket, 'The files of one bucket; their names come with the records.'),
  statements,
});

function secret(scope: Construct, { config }: Resources): Granted {
  const name = secretNameOf(config);
  const arn = Stack.of(scope).formatArn({
    service: 'ssm',
    resource: 'parameter',
    resourceName: name.slice(1),
  });
  return { env: { SECRET_PARAMETER: name }, statements: [allow(['ssm:GetParameter'], arn)] };
}

/**
 * From one address alone. Where a recipient is an identity of the account too, as everybody is in the SES sandbox, SES asks for
 * the right to that identity as well.
 */
function sending(scope: Construct, { config, configurationSet, trackingSet, identity }: Resources): Granted {
  const names = [configurationSet, trackingSet].map((set) => set.configurationSetName);
  const [plain = '', tracking = ''] = names;
  const arnOf = (resource: string, resourceName: string) =>
    Stack.of(scope).formatArn({ service: 'ses', resource, resourceName });
  const toIdentities = allow(['ses:SendRawEmail'], arnOf('identity', '*'));
  toIdentities.addCondition('StringEqualsIgnoreCase', { 'ses:FromAddress': config.mailFrom });
  const { env: { region } = { region: '<AWS::Region>' } } = placeOf(config);
  const resource = `arn:<AWS::Partition>:ses:${region}:<AWS::AccountId>:identity/*`;
  return {
    env: {
      SES_CONFIGURATION_SET: plain,
      SES_TRACKING_SET: tracking,
      MAIL_FROM: config.mailFrom,
      MAIL_DOMAIN: config.mailDomain,
    },
    wildcards: [
      { resource: '*', reason: 'What the account may send in all is told of no resource.' },
      { resource, reason: 'Recipients that SES knows as identities; mail goes out from one address only.' },
    ],
    statements: [
      allow(
        ['ses:SendRawEmail'],
        identity.emailIdentityArn,
        ...names.map((name) => arnOf('configuration-set', name)),
      ),
      toIdentities,
      allow(['ses:GetSendQuota'], '*'),
    ],
  };
}

const grants: Record<Grant, (scope: Construct, resources: Resources) => Granted> = {
  'table:read': (_, { table }) => ({
    env: { TABLE_NAME: table.tableName },
    statements: [allow(READ, table.tableArn)],
  }),
  'table:write': (_, { table }) => ({
    env: { TABLE_NAME: table.tableName },
    statements: [allow(WRITE, table.tableArn)], // but what `granted` denies
  }),
  'audit:append': () => ({ env: {}, statements: [] }),
  'audit:write': (_, { table }) => ({
    env: { TABLE_NAME: table.tableName },
    statements: [writeAuditLog(table.tableArn)],
  }),
  'feed:write': (_, { table }) => ({
    env: { TABLE_NAME: table.tableName },
    statements: [writeFeed(table.tableArn)],
  }),
  'mail-bucket:read': (_, resources) => ({
    env: { MAIL_BUCKET: resources.mailBucket.bucketName },
    wildcards: mailObjects(resources),
    // Without the right to list, S3 answers 403 for an object that is not there.
    statements: [
      allow(['s3:GetObject'], resources.mailBucket.arnForObjects('*')),
      allow(['s3:ListBucket'], resources.mailBucket.bucketArn),
    ],
  }),
  'mail-bucket:write': (_, resources) => ({
    env: { MAIL_BUCKET: resources.mailBucket.bucketName },
    wildcards: mailObjects(resources),
    statements: [allow(['s3:PutObject'], resources.mailBucket.arnForObjects('*'))],
  }),
  'mail-bucket:erase': (_, resources) => ({
    env: { MAIL_BUCKET: resources.mailBucket.bucketName },
    wildcards: mailObjects(resources),
    statements: purging(resources.mailBucket),
  }),
  // Written, and never read, changed or deleted by any function.
  'ledger:append': (_, { ledgerBucket }) => ({
    env: { LEDGER_BUCKET: ledgerBucket.bucketName },
    wildcards: objectsOf(ledgerBucket, 'The ledger of erasures; an entry is named by its contact.'),
    statements: [allow(['s3:PutObject'], ledgerBucket.arnForObjects('*'))],
  }),
  'exports-bucket:read': (_, resources) =>
    onArchives(resources, [allow(['s3:GetObject'], resources.exportsBucket.arnForObjects('*'))]),
  'exports-bucket:write': (_, resources) =>
    onArchives(resources, [allow(['s3:PutObject'], resources.exportsBucket.arnForObjects('*'))]),
  'exports-bucket:erase': (_, resources) => onArchives(resources, purging(resources.exportsBucket)),
  // Without the right to list, S3 answers 403 for an object that is not there.
  'imports-bucket:read': (_, resources) =>
    onImports(resources, [
      allow(['s3:GetObject'], resources.importsBucket.arnForObjects('*')),
      allow(['s3:ListBucket'], resources.importsBucket.bucketArn), // without it what is not there is forbidden
    ]),
  'imports-bucket:write': (_, resources) =>
    onImports(resources, [allow(['s3:PutObject'], resources.importsBucket.arnForObjects('*'))]),
  'imports-bucket:erase': (_, resources) => onImports(resources, purging(resources.importsBucket)),
  'files-bucket:read': (_, resources) =>
    onFiles(resources, [
      allow(['s3:GetObject'], resources.filesBucket.arnForObjects('*')),
      allow(['s3:ListBucket'], resources.filesBucket.bucketArn),
    ]),
  'files-bucket:write': (_, resources) =>
    onFiles(resources, [allow(['s3:PutObject'], resources.filesBucket.arnForObjects('*'))]),
  'files-bucket:erase': (_, resources) => onFiles(resources, purging(resources.filesBucket)),
  'keys-queue:send': (_, { keys }) => ({
    env: { KEYS_QUEUE_URL: keys.queue.queueUrl },
    statements: [allow(['sqs:SendMessage'], keys.queue.queueArn)],
  }),
  'mail-queue:send': (_, { mail }) => ({
    env: { MAIL_QUEUE_URL: mail.queue.queueUrl },
    statements: [allow(['sqs:SendMessage'], mail.queue.queueArn)],
  }),
  'webhooks-queue:send': (_, { webhooks }) => ({
    env: { WEBHOOKS_QUEUE_URL: webhooks.queue.queueUrl },
    statements: [allow(['sqs:SendMessage'], webhooks.queue.queueArn)],
  }),
  // Hosts that webhooks may reach though they are private: none, but where somebody names them.
  'webhook-allow': (_, { config }) => ({ env: { WEBHOOK_ALLOW: config.webhookAllow }, statements: [] }),
  'bus:put': (_, { bus }) => ({
    env: { EVENT_BUS_NAME: bus.eventBusName },
    statements: [allow(['events:PutEvents'], bus.eventBusArn)],
  }),
  'mail:send': sending,
  // Where mail comes in, and the address that ours goes out from: how a part tells our own mail from others'.
  'mail-domain': (_, { config }) => ({
    env: { MAIL_DOMAIN: config.mailDomain, MAIL_FROM: config.mailFrom },
    statements: [],
  }),
  // What SES says of the identity that mail goes out from; these calls know no narrower resource than all (SES, "Actions, resources").
  'mail-identity': (_, { config }) => ({
    env: { MAIL_FROM: config.mailFrom },
    statements: [
      allow(
        ['Verification', 'Dkim', 'MailFromDomain'].map((of) => `ses:GetIdentity${of}Attributes`),
        '*',
      ),
    ],
  }),
  'secret:read': secret,
  issuer: (_, { userPool, userPoolClient }) => ({
    env: { ISSUER_URL: userPool.userPoolProviderUrl, ISSUER_AUDIENCE: userPoolClient.userPoolClientId },
    statements: [],
  }),
  'request-limits': (_, { config, table }) => ({
    env: {
      USER_REQUESTS_PER_MINUTE: String(config.userRequestsPerMinute),
      WORKSPACE_REQUESTS_PER_MINUTE: String(config.workspaceRequestsPerMinute),
    },
    // Requests are counted by whoever answers them, also where nothing else is written.
    statements: [
      new PolicyStatement({
        actions: ['dynamodb:UpdateItem'],
        resources: [table.tableArn],
        conditions: { 'ForAllValues:StringLike': partKeys('LIMIT') },
      }),
    ],
  }),
  // Invites, resends, looks up by address, signs out, shuts out and lets in again: no reading of the whole pool, no passwords.
  'user-pool': (_, { userPool }) => ({
    env: { USER_POOL_ID: userPool.userPoolId },
    statements: [
      allow(
        ['Create', 'Get', 'Disable', 'Enable'].map((verb) => `cognito-idp:Admin${verb}User`),
        userPool.userPoolArn,
      ),
      allow(['cognito-idp:AdminUserGlobalSignOut'], userPool.userPoolArn),
    ],
  }),
  'live-url': (_, { live }) => ({ env: { LIVE_URL: liveUrl(live, 'wss') }, statements: [] }),
  'live:post': posting,
  'public-url': (_, resources) => ({ env: { PUBLIC_URL: publicUrlOf(resources) }, statements: [] }),
};

/** Adds up a function's grants. `scope` is where the function stands: ARNs that are put together name its account and region. */
export function granted(scope: Construct, names: readonly Grant[], resources: Resources): Required<Granted> {
  const all = names.map((name) => grants[name](scope, resources));
  const mayAppend = names.includes('audit:append');
  const denied = names.includes('table:write') ? [keepAuditLog(resources.table.tableArn, mayAppend)] : [];
  return {
    env: Object.assign({}, ...all.map(({ env }) => env)),
    statements: [...all.flatMap(({ statements }) => statements), ...denied],
    wildcards: all.flatMap(({ wildcards = [] }) => wildcards),
  };
}
