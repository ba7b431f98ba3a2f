import { CfnDynamicReference, CfnDynamicReferenceService, Duration, Stack } from 'aws-cdk-lib';
import type { HttpApi, WebSocketApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { type Config, edgeSecretNameOf, nameOf } from '../config.ts';
import { consoleHeaders } from '../console/headers.ts';
import { fileAtFunction } from '../console/paths.ts';
import { liveUrl } from './live-grants.ts';
import { signInHostOf } from './users.ts';

/** What the edge leads to. */
export type Origins = {
  config: Config;
  api: HttpApi;
  live: WebSocketApi;
  filesBucket: IBucket;
  importsBucket: IBucket;
};

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

const onRequest = (stack: Stack, name: string, code: string, config: Config) => [
  {
    function: new EdgeFunction(stack, name, {
      functionName: nameOf(config, name),
      code: FunctionCode.fromInline(code),
      runtime: FunctionRuntime.JS_2_0,
    }),
    eventType: FunctionEventType.VIEWER_REQUEST,
  },
];

const alwaysTls = {
  accessControlMaxAge: Duration.days(730),
  includeSubdomains: true,
  override: true,
};

/** The functions say all of it themselves; this is for what API Gateway and CloudFront answer by themselves. */
const apiHeaders = (stack: Stack, config: Config) =>
  new ResponseHeadersPolicy(stack, 'headers', {
    responseHeadersPolicyName: nameOf(config, 'edge'),
    securityHeadersBehavior: {
      strictTransportSecurity: alwaysTls,
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: false },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: false },
    },
    removeHeaders: ['server'],
  });

/** To the API: whatever is asked, with all that was sent but the host, and nothing kept. */
export function apiBehavior(stack: Stack, { config, api }: Origins): BehaviorOptions {
  const { region, urlSuffix } = Stack.of(api);
  const origin = new HttpOrigin(`${api.apiId}.execute-api.${region}.${urlSuffix}`, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    readTimeout: Duration.seconds(30),
    customHeaders: { 'rapport-edge': edgeSecretOf(config) },
  });
  return {
    origin,
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY, // a redirect would come too late: the token has been sent by then
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    responseHeadersPolicy: apiHeaders(stack, config),
    functionAssociations: onRequest(stack, 'sender', SENDER, config),
    compress: false, // answers hold what a sender chose beside what others must not learn (BREACH)
  };
}

/** What the console is served with (`console/headers.ts`), in CloudFront's words, and never without TLS. */
function consolePolicy(
  stack: Stack,
  { config, api, live, filesBucket, importsBucket }: Origins,
): ResponseHeadersPolicy {
  const { region, urlSuffix } = Stack.of(api);
  const headers = consoleHeaders({
    issuer: [`https://cognito-idp.${region}.${urlSuffix}`, `https://${signInHostOf(stack, config)}`],
    live: [liveUrl(live, 'wss')],
    files: [filesBucket, importsBucket].map((bucket) => `https://${bucket.bucketRegionalDomainName}`),
  });
  return new ResponseHeadersPolicy(stack, 'console-headers', {
    responseHeadersPolicyName: nameOf(config, 'console'),
    securityHeadersBehavior: {
      strictTransportSecurity: alwaysTls,
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
      contentSecurityPolicy: { contentSecurityPolicy: headers['content-security-policy'], override: true },
    },
    customHeadersBehavior: {
      customHeaders: [{ header: 'permissions-policy', value: headers['permissions-policy'], override: true }],
    },
    removeHeaders: ['server'],
  });
}

/**
 * To the console's files, or to its page where no file is named. The edge keeps each as long as its own `cache-control` says, a page a
 * second at most, so that a deployment has nothing to invalidate.
 */
export const consoleBehavior = (stack: Stack, bucket: IBucket, settings: Origins): BehaviorOptions => ({
  origin: S3BucketOrigin.withOriginAccessControl(bucket, {
    originAccessLevels: [AccessLevel.READ, AccessLevel.LIST], // without LIST a file that is not there is a 403
  }),
  viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
  allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
  cachePolicy: CachePolicy.CACHING_OPTIMIZED,
  responseHeadersPolicy: consolePolicy(stack, settings),
  functionAssociations: onRequest(stack, 'page', fileAtFunction, settings.config),
  compress: true,
});
