import { beforeAll, describe, expect, test } from 'vitest';
import { consoleHeaders } from '../../../infra/console/headers.ts';
import { apiPaths, fileAtFunction } from '../../../infra/console/paths.ts';
import { type Found, resources } from './synthesized.ts';

let made: Awaited<ReturnType<typeof resources>>;
let distribution: Found['Properties'];
beforeAll(async () => {
  made = await resources();
  distribution = made.of('AWS::CloudFront::Distribution')[0]?.Properties.DistributionConfig;
});
const named = (type: string, name: string) =>
  made.of(type).find(({ id }) => id.startsWith(name)) as Found | undefined;

describe('the console by CloudFront', () => {
  test('is all that is not the API’s, by the rule of the local cloud', () => {
    const paths = distribution.CacheBehaviors.map(({ PathPattern }: Found['Properties']) => PathPattern);
    expect(paths).toEqual(apiPaths);
    const page = named('AWS::CloudFront::Function', 'page');
    expect(page?.Properties.FunctionCode).toBe(fileAtFunction);
    expect(distribution.DefaultCacheBehavior.FunctionAssociations).toEqual([
      {
        EventType: 'viewer-request',
        FunctionARN: { 'Fn::GetAtt': [page?.id, 'FunctionARN'] },
      },
    ]);
  });

  test('comes over TLS alone, compressed, and as fresh as its files say', () => {
    expect(distribution.DefaultCacheBehavior).toMatchObject({
      AllowedMethods: ['GET', 'HEAD'],
      CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6', // AWS: Managed-CachingOptimized
      Compress: true,
      ViewerProtocolPolicy: 'redirect-to-https',
    });
    expect(distribution.HttpVersion).toBe('http2and3');
  });

  test('has every header that the local cloud serves it with, and HSTS', () => {
    const { Properties } = named('AWS::CloudFront::ResponseHeadersPolicy', 'consoleheaders') as Found;
    const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } =
      Properties.ResponseHeadersPolicyConfig;
    const policy = JSON.stringify(security.ContentSecurityPolicy.ContentSecurityPolicy);
    const {
      'content-security-policy': _,
      'permissions-policy': features,
      ...others
    } = consoleHeaders({
      issuer: [],
      live: [],
      files: [],
    });
    expect(others).toEqual({
      'x-content-type-options': 'nosniff',
      'x-frame-options': security.FrameOptions.FrameOption,
      'referrer-policy': security.ReferrerPolicy.ReferrerPolicy,
    });
    expect(custom.Items).toMatchObject([{ Header: 'permissions-policy', Value: features }]);
    expect(security.StrictTransportSecurity.AccessControlMaxAgeSec).toBe(63_072_000);
    for (const part of [
      "script-src 'self';",
      'cognito-idp.',
      '.amazoncognito.com',
      'RegionalDomainName',
      'wss://',
    ])
      expect(policy).toContain(part);
    for (const bucket of [/FnGetAttfiles\w+RegionalDomainName/, /FnGetAttimports\w+RegionalDomainName/])
      expect(policy).toMatch(bucket);
  });

  test('lies in a bucket that the distribution alone may read', () => {
    const bucket = named('AWS::S3::Bucket', 'console');
    const policy = made
      .of('AWS::S3::BucketPolicy')
      .find(({ Properties }) => Properties.Bucket.Ref === bucket?.id);
    const allowed = policy?.Properties.PolicyDocument.Statement.filter(
      ({ Effect }: Found['Properties']) => Effect === 'Allow',
    );
    expect(allowed).toEqual([
      expect.objectContaining({
        Action: ['s3:GetObject', 's3:ListBucket'],
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: { StringEquals: { 'AWS:SourceArn': expect.anything() } },
      }),
    ]);
  });

  test('tells the next deployment where it stands', () => {
    const { Properties } = named('AWS::SSM::Parameter', 'place') as Found;
    expect(Properties.Name).toBe('/rapport/dev/console');
    expect(JSON.stringify(Properties.Value)).toMatch(/bucket.*url.*DomainName/);
  });
});

describe('signing in leads back', () => {
  const callbacks = async (settings: Record<string, string>) => {
    const { of } = await resources([], settings);
    const { CallbackURLs, LogoutURLs } = of('AWS::Cognito::UserPoolClient')[0]?.Properties ?? {};
    return [CallbackURLs, LogoutURLs];
  };
  const edgeCertificate = 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b';
  test.each([
    [{}, 'http://localhost:3000'],
    [{ publicUrl: 'https://api.example.com' }, 'http://localhost:3000'],
    [{ publicUrl: 'https://crm.example.com/', edgeCertificate }, 'https://crm.example.com'],
    [{ consoleUrl: 'https://d111.cloudfront.net' }, 'https://d111.cloudfront.net'],
  ])('with %j to %s', async (settings, home) => {
    expect(await callbacks(settings as Record<string, string>)).toEqual([
      [`${home}/signed-in`],
      [`${home}/`],
    ]);
  });
});
