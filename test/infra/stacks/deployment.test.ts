import {
  DescribeActiveReceiptRuleSetCommand,
  SESClient,
  SetActiveReceiptRuleSetCommand,
} from '@aws-sdk/client-ses';
import {
  GetParameterCommand,
  ParameterAlreadyExists,
  ParameterNotFound,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  activateReceiving,
  awsEnvironment,
  contextOf,
  edgeSecret,
  ensureSecret,
  versionOf,
} from '../../../infra/deployment.ts';

const ssm = mockClient(SSMClient);
const ses = mockClient(SESClient);
beforeEach(() => {
  ssm.reset();
  ses.reset();
});
const missing = new ParameterNotFound({ message: 'none', $metadata: {} });
const ensure = () => ensureSecret(new SSMClient({}), '/rapport/dev/secret');
const activate = () => activateReceiving(new SESClient({}), 'rapport-dev-receiving');

describe('the deployment’s secret', () => {
  test('is 32 random bytes in a SecureString, another each time it is made', async () => {
    ssm.on(GetParameterCommand).rejects(missing).on(PutParameterCommand).resolves({});
    expect([await ensure(), await ensure()]).toEqual(['made', 'made']);
    const puts = ssm.commandCalls(PutParameterCommand).map(({ args: [{ input }] }) => input);
    for (const { Type, Overwrite, Value = '' } of puts) {
      expect({ Type, Overwrite }).toEqual({ Type: 'SecureString', Overwrite: false });
      expect(Buffer.from(Value, 'base64url')).toHaveLength(32);
    }
    expect(new Set(puts.map(({ Value }) => Value)).size).toBe(2);
  });

  test('that is there is neither replaced nor read', async () => {
    ssm.on(GetParameterCommand).resolves({ Parameter: { Name: '/rapport/dev/secret' } });
    expect(await ensure()).toBe('kept');
    expect(ssm.commandCalls(PutParameterCommand)).toHaveLength(0);
    expect(ssm.commandCalls(GetParameterCommand)[0]?.args[0].input.WithDecryption).toBeUndefined();
  });

  test('of the edge is a plain parameter, which a template can name', async () => {
    ssm.on(GetParameterCommand).rejects(missing).on(PutParameterCommand).resolves({});
    expect(await ensureSecret(new SSMClient({}), '/rapport/dev/edge', edgeSecret)).toBe('made');
    const [put] = ssm.commandCalls(PutParameterCommand).map(({ args: [{ input }] }) => input);
    expect(put).toMatchObject({ Name: '/rapport/dev/edge', Type: 'String', Overwrite: false });
    expect(Buffer.from(put?.Value ?? '', 'base64url')).toHaveLength(32);
  });

  test('of the edge is named with its version, so that another value is another template', async () => {
    ssm.on(GetParameterCommand).resolves({ Parameter: { Name: '/rapport/dev/edge', Version: 4 } });
    expect(await versionOf(new SSMClient({}), '/rapport/dev/edge')).toBe(4);
  });

  test('of a rival deployment that was first is kept', async () => {
    ssm
      .on(GetParameterCommand)
      .rejects(missing)
      .on(PutParameterCommand)
      .rejects(new ParameterAlreadyExists({ message: 'there', $metadata: {} }));
    expect(await ensure()).toBe('kept');
  });

  test('is not made where nobody may look whether it is there', async () => {
    ssm.on(GetParameterCommand).rejects(new Error('AccessDenied'));
    await expect(ensure()).rejects.toThrow('AccessDenied');
    expect(ssm.commandCalls(PutParameterCommand)).toHaveLength(0);
  });
});

describe('receiving mail', () => {
  test('is switched on where nobody else in the account receives', async () => {
    ses.on(DescribeActiveReceiptRuleSetCommand).resolves({}).on(SetActiveReceiptRuleSetCommand).resolves({});
    expect(await activate()).toEqual({ state: 'activated' });
    expect(ses.commandCalls(SetActiveReceiptRuleSetCommand)[0]?.args[0].input).toEqual({
      RuleSetName: 'rapport-dev-receiving',
    });
  });

  test.each([
    ['rapport-dev-receiving', { state: 'active' }],
    ['somebody-else', { state: 'taken', by: 'somebody-else' }],
  ])('changes nothing while %s receives', async (Name, answer) => {
    ses.on(DescribeActiveReceiptRuleSetCommand).resolves({ Metadata: { Name } });
    expect(await activate()).toEqual(answer);
    expect(ses.commandCalls(SetActiveReceiptRuleSetCommand)).toHaveLength(0);
  });
});

test('the context of a command line is read as the CDK CLI reads it', () => {
  expect(
    contextOf(['-c', 'stage=prod', '--context=mailFrom=a=b@c.d', '--context', 'x=1', '-c', 'nothing', '-v']),
  ).toEqual({
    stage: 'prod',
    mailFrom: 'a=b@c.d',
    x: '1',
  });
});

describe('the secret and the rule set go where the stacks go', () => {
  test.each([
    [['-c', 'stage=prod', '--profile', 'prod'], {}, { AWS_PROFILE: 'prod' }],
    [['--profile=prod'], { AWS_REGION: 'eu-west-1' }, { AWS_PROFILE: 'prod', AWS_REGION: 'eu-west-1' }],
    [[], { AWS_DEFAULT_REGION: 'eu-west-1' }, { AWS_REGION: 'eu-west-1' }],
    [[], { AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'us-east-1' }, { AWS_REGION: 'eu-west-1' }],
    [[], {}, {}],
  ])('with %j and %j', (args, env, expected) => {
    expect(awsEnvironment(args, env)).toEqual(expected);
  });
});
