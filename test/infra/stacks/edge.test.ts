import { AwsSolutionsChecks } from 'cdk-nag';
import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../../infra/config.ts';
import { functions } from '../../../infra/functions.ts';
import { idleBill, totalOf } from '../../../infra/idle-bill.ts';
import { build, type Found, resources } from './synthesized.ts';

const settings = {
  edge: 'true',
  publicUrl: 'https://crm.example.com',
  edgeCertificate: 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b',
  region: 'eu-west-1',
  edgeSecretVersion: '3',
};
let made: Awaited<ReturnType<typeof resources>>;
let acl: Found['Properties'];
/** How the API is reached by the edge. */
let toApi: Found['Properties'];
let distribution: Found['Properties'];
beforeAll(async () => {
  made = await resources(functions, settings);
  acl = made.of('AWS::WAFv2::WebACL')[0]?.Properties;
  distribution = made.of('AWS::CloudFront::Distribution')[0]?.Properties.DistributionConfig;
  [toApi] = distribution.CacheBehaviors;
});

test('without being asked for there is no firewall, no host, and an API that may be reached past the edge', async () => {
  const { all, of } = await resources();
  expect(all.filter(({ Type }) => /WAF|Custom/.test(Type))).toEqual([]);
  const { Properties } = of('AWS::CloudFront::Distribution')[0] as Found;
  expect(Properties.DistributionConfig).not.toHaveProperty('WebACLId');
  expect(Properties.DistributionConfig).not.toHaveProperty('Aliases');
  const told = of('AWS::Lambda::Function').map(({ Properties }) => Properties.Environment.Variables);
  expect(told.filter(({ EDGE_SECRET }) => EDGE_SECRET)).toEqual(told.filter(({ EDGE_OPEN }) => EDGE_OPEN));
  expect(told.filter(({ EDGE_OPEN }) => EDGE_OPEN).length).toBeGreaterThan(10);
});

test('a host of one’s own needs no firewall', async () => {
  const { publicUrl, edgeCertificate } = settings;
  const { of } = await resources(functions, { publicUrl, edgeCertificate });
  const { Properties } = of('AWS::CloudFront::Distribution')[0] as Found;
  expect(Properties.DistributionConfig.Aliases).toEqual(['crm.example.com']);
  expect(of('AWS::WAFv2::WebACL')).toEqual([]);
});

test('an edge that lacks its address, certificate or region is refused by name', () => {
  const read = (given: Record<string, string>) => () => readConfig({ context: (key) => given[key], env: {} });
  expect(read({ edge: 'true' })).toThrow(/publicUrl .*\n.*edgeCertificate .*\n.*region /);
  expect(read({ ...settings, edgeCertificate: 'arn:aws:acm:eu-west-1:123456789012:certificate/0' })).toThrow(
    /us-east-1/,
  );
  expect(read({ ...settings, edge: 'maybe' })).toThrow(/edge/);
  expect(read({ edgeCertificate: settings.edgeCertificate })).toThrow(/publicUrl .*needed/);
  expect(read(settings)()).toMatchObject({ edge: true });
});

test('AwsSolutions finds nothing at the edge without a written reason', async () => {
  const { app, close } = await build(functions, { builtinCloudFormationValidation: true }, settings);
  app.synth();
  const { violations } = new AwsSolutionsChecks(app).validateScope(app);
  close();
  const found = violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
  );
  expect(found).toEqual([]);
});

const apiOrigin = () =>
  distribution.Origins.find(({ Id }: Found['Properties']) => Id === toApi.TargetOriginId);

describe('the edge', () => {
  test('speaks TLS 1.2 of 2021 or newer, to API Gateway as well, and keeps no answer', () => {
    expect(distribution.ViewerCertificate).toMatchObject({ MinimumProtocolVersion: 'TLSv1.2_2021' });
    expect(distribution.Aliases).toEqual(['crm.example.com']);
    expect(apiOrigin().CustomOriginConfig).toMatchObject({
      OriginProtocolPolicy: 'https-only',
      OriginSSLProtocols: ['TLSv1.2'],
    });
    expect(toApi).toMatchObject({
      ViewerProtocolPolicy: 'https-only',
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad', // AWS: Managed-CachingDisabled
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac', // AWS: Managed-AllViewerExceptHostHeader
    });
    for (const { PathPattern, ...one } of distribution.CacheBehaviors)
      expect({ ...one, PathPattern: '/v1/*' }, PathPattern).toEqual(toApi);
  });

  test('stands behind the firewall', () => {
    expect(JSON.stringify(distribution.WebACLId)).toMatch(/firewall/);
  });

  test('sends a secret along that every function of the API is given, its authorizer too, and no other', () => {
    const secret = '{{resolve:ssm:/rapport/dev/edge:3}}';
    expect(apiOrigin().OriginCustomHeaders).toEqual([{ HeaderName: 'rapport-edge', HeaderValue: secret }]);
    const given = made
      .of('AWS::Lambda::Function')
      .filter(({ Properties }) => Properties.Environment?.Variables?.EDGE_SECRET)
      .map(({ Properties }) => [Properties.FunctionName, Properties.Environment.Variables.EDGE_SECRET]);
    const served = functions.filter(({ trigger }) => ['api', 'authorizer'].includes(trigger.kind));
    expect(given.sort()).toEqual(served.map(({ name }) => [`rapport-dev-${name}`, secret]).sort());
    expect(JSON.stringify(made.all)).not.toContain('EDGE_OPEN');
  });

  test('says who sent a request in a header that no sender can set', () => {
    const code = made.of('AWS::CloudFront::Function').find(({ id }) => id.startsWith('sender'));
    const sender = new Function(`${code?.Properties.FunctionCode}; return handler;`)();
    const request = { headers: { 'rapport-sender': { value: '6.6.6.6' } } };
    expect(sender({ request, viewer: { ip: '192.0.2.7' } }).headers['rapport-sender']).toEqual({
      value: '192.0.2.7',
    });
    expect(toApi.FunctionAssociations).toMatchObject([{ EventType: 'viewer-request' }]);
  });
});

describe('the firewall', () => {
  const ruleOf = (name: string) => acl.Rules.find((rule: Found['Properties']) => rule.Name === name);

  test('stands in us-east-1 for CloudFront, lets through what no rule stops, and fits the 1,500 units of a list', () => {
    expect(acl).toMatchObject({ Scope: 'CLOUDFRONT', DefaultAction: { Allow: {} } });
    expect(acl.Rules.map(({ Priority }: Found['Properties']) => Priority)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('has AWS’s common rules, known bad inputs and addresses of ill repute', () => {
    const managed = acl.Rules.flatMap(
      ({ Statement }: Found['Properties']) => Statement.ManagedRuleGroupStatement?.Name ?? [],
    );
    expect(managed.sort()).toEqual([
      'AWSManagedRulesAmazonIpReputationList',
      'AWSManagedRulesCommonRuleSet',
      'AWSManagedRulesKnownBadInputsRuleSet',
    ]);
  });

  test('only counts what would stop a lead: rules that read bodies, and the one that wants a User-Agent', () => {
    const overrides = ruleOf('AWSManagedRulesCommonRuleSet').Statement.ManagedRuleGroupStatement
      .RuleActionOverrides;
    for (const { Name, ActionToUse } of overrides) {
      expect(Name).toMatch(/_BODY$|^NoUserAgent_HEADER$|^SizeRestrictions_QUERYSTRING$/);
      expect(ActionToUse).toEqual({ Count: {} });
    }
    expect(
      ruleOf('AWSManagedRulesKnownBadInputsRuleSet').Statement.ManagedRuleGroupStatement.RuleActionOverrides,
    ).toBeUndefined();
  });

  test('bounds an address and a credential, the latter above what the functions allow a user', () => {
    expect(ruleOf('requests-of-an-address').Statement.RateBasedStatement).toMatchObject({
      AggregateKeyType: 'IP',
      EvaluationWindowSec: 60,
    });
    const { Limit, CustomKeys } = ruleOf('requests-of-a-credential').Statement.RateBasedStatement;
    expect(Limit).toBeGreaterThan(6000);
    expect(CustomKeys).toMatchObject([{ Header: { Name: 'authorization' } }]);
  });

  test.each([
    ['1000000', false],
    ['1999999', false],
    ['2000000', true],
    ['10485760', true],
    ['0', false],
  ])('stops a body of %s bytes: %s', (length, stopped) => {
    const { RegexString } = ruleOf('bodies-of-two-megabytes').Statement.RegexMatchStatement;
    expect(new RegExp(RegexString).test(length)).toBe(stopped);
  });

  test('shows no credential, query or body in its samples', () => {
    const hidden = acl.DataProtectionConfig.DataProtections.map(({ Field }: Found['Properties']) =>
      `${Field.FieldType} ${Field.FieldKeys ?? ''}`.trim(),
    );
    expect(hidden.sort()).toEqual([
      'BODY',
      'QUERY_STRING',
      'SINGLE_HEADER authorization',
      'SINGLE_HEADER cookie',
    ]);
  });
});

test('the idle bill names what the firewall costs', () => {
  const line = idleBill(made.all).find(({ what }) => what === 'firewall and its rules');
  expect(line).toMatchObject({ count: 7, dollars: 11 });
  expect(totalOf(idleBill(made.all))).toBeGreaterThan(11);
});
