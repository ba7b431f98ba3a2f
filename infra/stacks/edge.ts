import {
  CfnDynamicReference,
  CfnDynamicReferenceService,
  CfnOutput,
  Duration,
  Stack,
  Validations,
} from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Construct } from 'constructs';
import { type Config, edgeSecretNameOf, nameOf, placeOf } from '../config.ts';

type Settings = { config: Config; api: HttpApi; aclArn: string };

/** What the edge sends along so that the functions know that a request came by it: a text that only the two of them have. */
export const edgeSecretOf = (config: Config) =>
  new CfnDynamicReference(
    CfnDynamicReferenceService.SSM,
    [edgeSecretNameOf(config), config.edgeSecretVersion ?? []].flat().join(':'),
  ).toString();

/** Behind the edge API Gateway sees the edge's address; the sender's travels in a header, which the edge sets whatever was sent. */
const SENDER = `function handler(event) {
  var request = event.request;
  request.headers['rapport-sender'] = { value: event.viewer.ip };
  return request;
}`;

/** The functions say all of it themselves; this is for what API Gateway and CloudFront answer by themselves. */
const responseHeaders = (stack: Stack, config: Config) =>
  new ResponseHeadersPolicy(stack, 'headers', {
    responseHeadersPolicyName: nameOf(config, 'edge'),
    securityHeadersBehavior: {
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(730),
        includeSubdomains: true,
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: false },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: false },
    },
    removeHeaders: ['server'],
  });

function originOf({ config, api }: Settings): HttpOrigin {
  const { region, urlSuffix } = Stack.of(api);
  return new HttpOrigin(`${api.apiId}.execute-api.${region}.${urlSuffix}`, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    readTimeout: Duration.seconds(30),
    customHeaders: { 'rapport-edge': edgeSecretOf(config) },
  });
}

function distributionOf(stack: Stack, settings: Settings): Distribution {
  const { config, aclArn } = settings;
  const { publicUrl = '', edgeCertificate = '' } = config;
  const sender = new EdgeFunction(stack, 'sender', {
    functionName: nameOf(config, 'sender'),
    code: FunctionCode.fromInline(SENDER),
    runtime: FunctionRuntime.JS_2_0,
  });
  return new Distribution(stack, 'edge', {
    comment: nameOf(config, 'edge'),
    domainNames: [new URL(publicUrl).hostname],
    certificate: Certificate.fromCertificateArn(stack, 'certificate', edgeCertificate),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_ALL,
    webAclId: aclArn,
    defaultBehavior: {
      origin: originOf(settings),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY, // a redirect would come too late: the token has been sent by then
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: responseHeaders(stack, config),
      functionAssociations: [{ function: sender, eventType: FunctionEventType.VIEWER_REQUEST }],
      compress: false, // answers hold what a sender chose beside what others must not learn (BREACH)
    },
  });
}

/** CloudFront before the API: TLS of today, the firewall, and the header by which the functions refuse who goes past it. */
export function edgeStack(scope: Construct, id: string, settings: Settings) {
  const stack = new Stack(scope, id, {
    ...placeOf(settings.config),
    crossRegionReferences: true,
    description: 'Rapport: the edge before the API',
  });
  const distribution = distributionOf(stack, settings);
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
  new CfnOutput(stack, 'address', {
    value: distribution.distributionDomainName,
    description: 'What the public host must be a CNAME of',
  });
  return { stack };
}
