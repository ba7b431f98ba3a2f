import { createHash } from 'node:crypto';
import type { Resource } from '../assembly.ts';
import type { Answer, Request } from '../http.ts';
import { isNamedOrLoopback } from '../loopback.ts';
import type { Bus } from './events.ts';

type CorsRule = {
  AllowedOrigins: string[];
  AllowedMethods: string[];
  AllowedHeaders?: string[];
  ExposedHeaders?: string[];
  MaxAge?: number;
};
/** What a bucket's template says of it, as far as it matters here. */
export type BucketRules = { name: string; cors: CorsRule[]; tellsBus: boolean };
export const bucketRules = ({ id, properties }: Pick<Resource, 'id' | 'properties'>): BucketRules => ({
  name: id,
  cors: properties.CorsConfiguration?.CorsRules ?? [],
  tellsBus: properties.NotificationConfiguration?.EventBridgeConfiguration !== undefined,
});

/** The headers that let a page of another origin read the answer; none where no rule lets it. */
export function corsHeaders({ cors }: BucketRules, { method, headers }: Request): Record<string, string> {
  const { origin, 'access-control-request-method': asked = method } = headers;
  const rule = cors.find(
    ({ AllowedOrigins, AllowedMethods }) =>
      origin !== undefined &&
      (AllowedOrigins.includes('*') || isNamedOrLoopback(origin, AllowedOrigins)) &&
      AllowedMethods.includes(asked),
  );
  if (!rule) return {};
  return {
    'access-control-allow-origin': origin as string,
    'access-control-allow-methods': rule.AllowedMethods.join(', '),
    'access-control-allow-headers': (rule.AllowedHeaders ?? []).join(', '),
    'access-control-expose-headers': (rule.ExposedHeaders ?? []).join(', '),
    'access-control-max-age': String(rule.MaxAge ?? 0),
    vary: 'origin',
  };
}

/** What a browser asks before it sends: 403 where no rule of the bucket lets it. */
export function preflight(rules: BucketRules, request: Request): Answer {
  const headers = corsHeaders(rules, request);
  return { status: Object.keys(headers).length > 0 ? 200 : 403, headers };
}

/** Whether the body is what its sender says it is. */
export const fitsChecksum = ({ headers }: Request, body: Buffer): boolean => {
  const told = headers['x-amz-checksum-sha256'];
  return told === undefined || told === createHash('sha256').update(body).digest('base64');
};

export type Created = { bucket: string; key: string; size: number; etag: string };
/** What S3 tells the account's default bus of a new object (S3 user guide, "EventBridge event message structure"). */
export const tellBus =
  (bus: Bus) =>
  ({ bucket, key, size, etag }: Created): void => {
    bus.publish('default', {
      source: 'aws.s3',
      'detail-type': 'Object Created',
      resources: [`arn:aws:s3:::${bucket}`],
      detail: {
        version: '0',
        bucket: { name: bucket },
        object: { key, size, etag, sequencer: Date.now().toString(16).toUpperCase() },
        'request-id': 'local',
        requester: 'local',
        'source-ip-address': '127.0.0.1',
        reason: 'PutObject',
      },
    });
  };
