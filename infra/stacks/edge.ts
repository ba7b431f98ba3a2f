import { CfnOutput, Stack, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  Distribution,
  type DistributionProps,
  HttpVersion,
  PriceClass,
  SecurityPolicyProtocol,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { type Config, consoleNameOf, homeOf, nameOf, placeOf } from '../config.ts';
import { apiPaths } from '../console/paths.ts';
import { apiBehavior, consoleBehavior, type Origins } from '../constructs/edge-behaviors.ts';
import { secureBucket } from '../constructs/secure-bucket.ts';

type Settings = Origins & { aclArn: string | undefined };

/** Which hosts it answers to: one's own, where there is a certificate; CloudFront's address otherwise. */
function hostOf(stack: Stack, { publicUrl = '', edgeCertificate }: Config): Partial<DistributionProps> {
  if (!edgeCertificate) return {};
  return {
    domainNames: [new URL(publicUrl).hostname],
    certificate: Certificate.fromCertificateArn(stack, 'certificate', edgeCertificate),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
  };
}

function acknowledge(distribution: Distribution, { edge, edgeCertificate }: Config): void {
  Validations.of(distribution).acknowledge(
    {
      id: 'AwsSolutions-CFR1',
      reason: 'Customers may be anywhere; whom a company serves is its own choice.',
    },
    {
      id: 'AwsSolutions-CFR3',
      reason:
        'API Gateway logs every request that reaches it, without query or header; the firewall counts what it stops. A log of CloudFront would keep queries.',
    },
  );
  if (!edge)
    Validations.of(distribution).acknowledge({
      id: 'AwsSolutions-CFR2',
      reason: 'The firewall has a fixed price and is switched on by `edge`; the functions hold the limits.',
    });
  if (!edgeCertificate)
    Validations.of(distribution).acknowledge({
      id: 'AwsSolutions-CFR4',
      reason:
        'The certificate of CloudFront’s own address comes with a lowest TLS version of AWS’s choice; a host of one’s own has 1.2.',
    });
}

/** The console's files, which anybody may fetch by the edge; `console/publish.ts` puts them there. */
function consoleBucket(stack: Stack): Bucket {
  const bucket = secureBucket(stack, 'console');
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'CloudFront alone reads it, and what lies there is the same for everybody.',
  });
  return bucket;
}

/** One address for console and API: CloudFront before the bucket of the built files and before API Gateway. */
export function edgeStack(scope: Construct, id: string, settings: Settings) {
  const { config, aclArn } = settings;
  const stack = new Stack(scope, id, {
    ...placeOf(config),
    crossRegionReferences: config.edge,
    description: 'Rapport: the console, and the edge before it and the API',
  });
  const bucket = consoleBucket(stack);
  const toApi = apiBehavior(stack, settings);
  const distribution = new Distribution(stack, 'edge', {
    ...hostOf(stack, config),
    comment: nameOf(config, 'edge'),
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_ALL,
    ...(aclArn && { webAclId: aclArn }),
    defaultRootObject: 'index.html',
    defaultBehavior: consoleBehavior(stack, bucket, settings),
    additionalBehaviors: Object.fromEntries(apiPaths.map((path) => [path, toApi])),
  });
  acknowledge(distribution, config);
  const url = homeOf(config) ?? `https://${distribution.distributionDomainName}`;
  new StringParameter(stack, 'place', {
    parameterName: consoleNameOf(config),
    description: 'Rapport: where the console stands, for the deployment that follows',
    stringValue: stack.toJsonString({
      bucket: bucket.bucketName,
      url: `https://${distribution.distributionDomainName}`,
    }),
  });
  new CfnOutput(stack, 'console-url', { value: url, description: 'The console' });
  new CfnOutput(stack, 'address', {
    value: distribution.distributionDomainName,
    description: 'What a public host must be a CNAME of',
  });
  return { stack };
}
