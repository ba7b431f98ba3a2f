import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small assembly with one of each kind of thing that the local cloud runs, and what its functions have seen. */
export type Fixture = { assembly: string; seen(name: string): Seen[] };
// biome-ignore lint/suspicious/noExplicitAny: whatever event a function was given
type Seen = any;

const code = `
import { appendFileSync } from 'node:fs';
const note = (name, value) => appendFileSync(process.env.OUT, JSON.stringify({ name, value }) + '\\n');
const call = async (url, target, body) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target, 'x-amz-date': '20260101T000000Z',
      authorization: 'AWS4-HMAC-SHA256 Credential=local/20260101/eu-west-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
};
const put = (Item) => call(process.env.AWS_ENDPOINT_URL_DYNAMODB, 'DynamoDB_20120810.PutItem', { TableName: process.env.TABLE_NAME, Item });
const operations = {
  'GET /v1/health': async () => ({ statusCode: 200, body: 'ok' }),
  'POST /items': async (event) => {
    const Item = JSON.parse(event.body);
    return { statusCode: (await put(Item)).status };
  },
  'POST /events': async (event) => call(process.env.AWS_ENDPOINT_URL_EVENTBRIDGE, 'AWSEvents.PutEvents', JSON.parse(event.body)),
  'POST /messages': async (event) => call(process.env.AWS_ENDPOINT_URL_SQS, 'AmazonSQS.SendMessage', { QueueUrl: process.env.WORK_URL, ...JSON.parse(event.body) }),
  'GET /who/{id}': async (event) => event,
  'POST /echo': async (event) => ({ body: event.body, isBase64Encoded: event.isBase64Encoded, env: Object.keys(process.env).sort() }),
  'POST /crash': async () => process.exit(1),
  'POST /throw': async () => { throw new Error('secret detail'); },
  'POST /slow': () => new Promise((resolve) => setTimeout(resolve, 60_000)),
  'GET /limited': async () => 'ok',
};
export const api = (event) => operations[event.routeKey](event);
export const authorizer = async (event) => {
  note('authorizer', event.identitySource);
  const [header] = event.identitySource;
  if (header === 'boom') throw new Error('boom');
  return { isAuthorized: header !== 'no', context: { header } };
};
export const stream = async (event) => {
  const numbers = event.Records.map((record) => record.dynamodb.NewImage.sk.S);
  note('stream', numbers);
  const failed = event.Records.find((record) => record.dynamodb.NewImage.poison);
  return { batchItemFailures: failed ? [{ itemIdentifier: failed.dynamodb.SequenceNumber }] : [] };
};
export const consume = async (event) => {
  const bodies = event.Records.map(({ body }) => JSON.parse(body));
  note('consume', bodies);
  for (const { sleep } of bodies) if (sleep) await new Promise((resolve) => setTimeout(resolve, sleep));
  const failed = event.Records.filter(({ body }) => JSON.parse(body).fail);
  return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
};
export const collect = async (event) => note('collect', event.Records.map(({ body }) => JSON.parse(body)));
export const tick = async (event) => { note('tick', event); return { ticked: event.time }; };
`;

const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const ref = (id: string) => ({ Ref: id });

function functionOf(exportName: string, variables: object, timeout = 5) {
  return {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Handler: `all.${exportName}`,
      Runtime: 'nodejs24.x',
      Timeout: timeout,
      MemorySize: 256,
      Code: { S3Bucket: 'assets', S3Key: 'code.zip' },
      Environment: { Variables: variables },
    },
  };
}

const route = (key: string, more: object = {}) => ({
  Type: 'AWS::ApiGatewayV2::Route',
  Properties: {
    ApiId: ref('http'),
    RouteKey: key,
    Target: { 'Fn::Join': ['/', ['integrations', ref('integration')]] },
    ...more,
  },
});
const mapping = (target: string, source: object, more: object = {}) => ({
  Type: 'AWS::Lambda::EventSourceMapping',
  Properties: {
    FunctionName: ref(target),
    EventSourceArn: source,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    ...more,
  },
});
const queue = (more: object = {}) => ({ Type: 'AWS::SQS::Queue', Properties: more });

function resources(out: string) {
  const seen = { OUT: out };
  const routes = [
    'GET /v1/health',
    'POST /items',
    'POST /events',
    'POST /messages',
    'POST /echo',
    'POST /crash',
    'POST /throw',
    'POST /slow',
    'GET /limited',
  ];
  return {
    table: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: {
        AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      },
    },
    api: functionOf(
      'api',
      { TABLE_NAME: ref('table'), WORK_URL: ref('work'), SECRET_PARAMETER: '/fixture/secret' },
      3, // a busy machine takes a second to start one
    ),
    authorizer: functionOf('authorizer', seen),
    stream: functionOf('stream', seen),
    consume: functionOf('consume', seen),
    collect: functionOf('collect', seen),
    tick: functionOf('tick', seen),
    http: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'fixture', ProtocolType: 'HTTP' } },
    integration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        ApiId: ref('http'),
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: arn('api'),
        PayloadFormatVersion: '2.0',
      },
    },
    gate: {
      Type: 'AWS::ApiGatewayV2::Authorizer',
      Properties: {
        ApiId: ref('http'),
        AuthorizerType: 'REQUEST',
        AuthorizerPayloadFormatVersion: '2.0',
        AuthorizerResultTtlInSeconds: 30,
        EnableSimpleResponses: true,
        IdentitySource: ['$request.header.Authorization'],
        AuthorizerUri: {
          'Fn::Join': [
            '',
            [
              'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/',
              arn('authorizer'),
              '/invocations',
            ],
          ],
        },
      },
    },
    stage: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: {
        ApiId: ref('http'),
        StageName: '$default',
        RouteSettings: { 'GET /limited': { ThrottlingBurstLimit: 2, ThrottlingRateLimit: 1 } },
      },
    },
    ...Object.fromEntries(routes.map((key, index) => [`route${index}`, route(key)])),
    guarded: route('GET /who/{id}', { AuthorizationType: 'CUSTOM', AuthorizerId: ref('gate') }),
    streamDead: queue(),
    streaming: mapping(
      'stream',
      { 'Fn::GetAtt': ['table', 'StreamArn'] },
      {
        StartingPosition: 'TRIM_HORIZON',
        BatchSize: 10,
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 1,
        FilterCriteria: {
          Filters: [{ Pattern: JSON.stringify({ dynamodb: { Keys: { pk: { S: ['seen'] } } } }) }],
        },
        DestinationConfig: { OnFailure: { Destination: arn('streamDead') } },
      },
    ),
    workDead: queue(),
    spare: queue(),
    pool: { Type: 'AWS::Cognito::UserPool', Properties: {} },
    client: {
      Type: 'AWS::Cognito::UserPoolClient',
      Properties: {
        ClientName: 'console',
        UserPoolId: ref('pool'),
        CallbackURLs: ['http://localhost/signed-in'],
      },
    },
    work: queue({
      VisibilityTimeout: 30,
      RedrivePolicy: { deadLetterTargetArn: arn('workDead'), maxReceiveCount: 2 },
    }),
    working: mapping('consume', arn('work')),
    collected: queue(),
    collecting: mapping('collect', arn('collected'), { BatchSize: 1 }),
    bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'crm' } },
    rule: {
      Type: 'AWS::Events::Rule',
      Properties: {
        EventBusName: ref('bus'),
        EventPattern: { 'detail-type': ['deal.moved'] },
        Targets: [{ Id: 'queue', Arn: arn('collected') }],
      },
    },
    mailRule: {
      Type: 'AWS::Events::Rule',
      Properties: {
        EventPattern: { source: ['aws.ses'] },
        Targets: [{ Id: 'queue', Arn: arn('collected') }],
      },
    },
    tickSchedule: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        Name: 'tick-tock',
        ScheduleExpression: 'cron(0 0 1 1 ? 2099)',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: { Arn: arn('tick'), Input: '{"time":"<aws.scheduler.scheduled-time>"}' },
      },
    },
    identity: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: 'acme.test' } },
    sending: { Type: 'AWS::SES::ConfigurationSet', Properties: { Name: 'sending' } },
    toBus: {
      Type: 'AWS::SES::ConfigurationSetEventDestination',
      Properties: {
        ConfigurationSetName: ref('sending'),
        EventDestination: {
          MatchingEventTypes: ['SEND', 'BOUNCE'],
          EventBridgeDestination: { EventBusArn: 'default' },
        },
      },
    },
    mail: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'mail-bucket' } },
    topic: { Type: 'AWS::SNS::Topic', Properties: {} },
    subscription: {
      Type: 'AWS::SNS::Subscription',
      Properties: { TopicArn: ref('topic'), Protocol: 'sqs', Endpoint: arn('collected') },
    },
    receiving: {
      Type: 'AWS::SES::ReceiptRule',
      Properties: {
        RuleSetName: 'receiving',
        Rule: {
          Enabled: true,
          Recipients: ['in.acme.test'],
          Actions: [
            { S3Action: { BucketName: ref('mail'), ObjectKeyPrefix: 'raw/', TopicArn: ref('topic') } },
          ],
        },
      },
    },
  };
}

export function makeFixture(): Fixture {
  const folder = mkdtempSync(join(tmpdir(), 'fixture-'));
  const out = join(folder, 'seen.jsonl');
  mkdirSync(join(folder, 'asset.code'));
  writeFileSync(out, '');
  writeFileSync(join(folder, 'asset.code/all.mjs'), code);
  writeFileSync(
    join(folder, 'fixture.assets.json'),
    JSON.stringify({ files: { code: { source: { path: 'asset.code' } } } }),
  );
  writeFileSync(join(folder, 'fixture.template.json'), JSON.stringify({ Resources: resources(out) }));
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      artifacts: {
        'fixture.assets': { type: 'cdk:asset-manifest', properties: { file: 'fixture.assets.json' } },
        fixture: { type: 'aws:cloudformation:stack', properties: { templateFile: 'fixture.template.json' } },
      },
    }),
  );
  const seen = (name: string): Seen[] =>
    readFileSync(out, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { name: string; value: Seen })
      .filter((line) => line.name === name)
      .map(({ value }) => value);
  return { assembly: folder, seen };
}
