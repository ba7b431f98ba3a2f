// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are CloudFormation’s
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAssembly } from '../../../infra/local/assembly.ts';
import { cronerPattern } from '../../../infra/local/triggers/schedule.ts';

const place = {
  region: 'eu-west-1',
  account: '000000000000',
  apiUrl: 'http://127.0.0.1:3000',
  issuerUrl: 'http://127.0.0.1:3000/_local/identity',
  sqsUrl: 'http://127.0.0.1:4000',
};

const data = {
  Resources: {
    table: { Type: 'AWS::DynamoDB::GlobalTable', Properties: {} },
    bucket: { Type: 'AWS::S3::Bucket', Properties: {} },
  },
  Outputs: {
    tableName: { Value: { Ref: 'table' }, Export: { Name: { 'Fn::Sub': '${AWS::StackName}-table' } } },
    tableArn: { Value: { 'Fn::GetAtt': ['table', 'Arn'] }, Export: { Name: 'table-arn' } },
  },
};
const api = {
  Parameters: { Stage: { Type: 'String', Default: 'dev' } },
  Conditions: {
    isDev: { 'Fn::Equals': [{ Ref: 'Stage' }, 'dev'] },
    isNot: { 'Fn::Not': [{ Condition: 'isDev' }] },
  },
  Mappings: { sizes: { 'eu-west-1': { memory: 512 } } },
  Resources: {
    // Refers to what comes after it: order in a template means nothing.
    run: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: { 'Fn::Join': ['-', [{ Ref: 'Stage' }, 'run']] },
        MemorySize: { 'Fn::FindInMap': ['sizes', { Ref: 'AWS::Region' }, 'memory'] },
        Environment: {
          Variables: {
            TABLE: { 'Fn::ImportValue': 'data-table' },
            TABLE_FROM_ARN: { 'Fn::Select': [1, { 'Fn::Split': ['/', { 'Fn::ImportValue': 'table-arn' }] }] },
            QUEUE: { Ref: 'queue' },
            QUEUE_ARN: { 'Fn::GetAtt': 'queue.Arn' },
            TEXT: { 'Fn::Sub': ['${who} in ${AWS::Region}, not ${!this}', { who: { Ref: 'Stage' } }] },
            ONLY_DEV: { 'Fn::If': ['isDev', 'yes', 'no'] },
            GONE: { 'Fn::If': ['isDev', { Ref: 'AWS::NoValue' }, 'there'] },
            API: {
              'Fn::Join': ['', ['https://', { Ref: 'http' }, '.execute-api.eu-west-1.amazonaws.com/v1']],
            },
            ISSUER: { 'Fn::GetAtt': ['pool', 'ProviderURL'] },
            ISSUER_BY_HAND: { 'Fn::Sub': 'https://cognito-idp.${AWS::Region}.amazonaws.com/${pool}' },
          },
        },
      },
    },
    queue: { Type: 'AWS::SQS::Queue', Properties: {} },
    http: { Type: 'AWS::ApiGatewayV2::Api', Properties: {} },
    pool: { Type: 'AWS::Cognito::UserPool', Properties: {} },
    never: { Type: 'AWS::SQS::Queue', Condition: 'isNot', Properties: {} },
    role: { Type: 'AWS::IAM::Role', Properties: { Name: { 'Fn::Nonsense': 1 } } },
    strange: { Type: 'AWS::Kinesis::Stream', Properties: {} },
  },
};

function assemblyOf(stacks: Record<string, object>) {
  const folder = mkdtempSync(join(tmpdir(), 'assembly-'));
  const artifacts = Object.fromEntries(
    Object.keys(stacks).map((name) => [
      name,
      { type: 'aws:cloudformation:stack', properties: { templateFile: `${name}.template.json` } },
    ]),
  );
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ artifacts }));
  for (const [name, template] of Object.entries(stacks))
    writeFileSync(join(folder, `${name}.template.json`), JSON.stringify(template));
  return readAssembly(folder, place);
}

test('every intrinsic function is resolved, forwards, backwards and across stacks', () => {
  const [run] = assemblyOf({ api, data }).ofType('AWS::Lambda::Function');
  expect(run).toMatchObject({ id: 'dev-run', arn: 'arn:aws:lambda:eu-west-1:000000000000:function:dev-run' });
  expect(run?.properties.MemorySize).toBe(512);
  expect(run?.properties.Environment.Variables).toEqual({
    TABLE: 'data-table',
    TABLE_FROM_ARN: 'data-table',
    QUEUE: 'http://127.0.0.1:4000/000000000000/api-queue',
    QUEUE_ARN: 'arn:aws:sqs:eu-west-1:000000000000:api-queue',
    TEXT: 'dev in eu-west-1, not ${this}',
    ONLY_DEV: 'yes',
    API: 'http://127.0.0.1:3000/v1',
    ISSUER: 'http://127.0.0.1:3000/_local/identity',
    ISSUER_BY_HAND: 'http://127.0.0.1:3000/_local/identity',
  });
});

test('a resource whose condition is false is not there, and a kind that is not run is named', () => {
  const assembly = assemblyOf({ api, data });
  expect(assembly.ofType('AWS::SQS::Queue').map(({ logicalId }) => logicalId)).toEqual(['queue']);
  expect(assembly.unknownKinds).toEqual(['AWS::Kinesis::Stream']);
});

test('an unknown function or name is an error that says where', () => {
  const withRef = (value: object) => ({
    Resources: { q: { Type: 'AWS::SQS::Queue', Properties: { DelaySeconds: value } } },
  });
  expect(() => assemblyOf({ one: withRef({ Ref: 'nobody' }) })).toThrow(/one refers to nobody/);
  expect(() => assemblyOf({ one: withRef({ 'Fn::Cidr': [] }) })).toThrow(/Fn::Cidr/);
  expect(() => assemblyOf({ one: withRef({ 'Fn::ImportValue': 'x' }) })).toThrow(/imports x/);
});

test('a schedule’s cron fields are put in croner’s order, weekdays counted from nought', () => {
  expect(cronerPattern('15 10 ? * 2-6 *')).toBe('0 15 10 ? * 1-5 *');
  expect(cronerPattern('0 18 ? * MON-FRI 2027')).toBe('0 0 18 ? * MON-FRI 2027');
});
