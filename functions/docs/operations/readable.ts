import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { pagePolicy } from '../../../shared/platform/answer-headers.ts';

/** A text that is the same for everybody until the next deployment. */
export const readable = (type: string, body: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: {
    'content-type': type,
    'cache-control': 'public, max-age=300',
    ...(type.startsWith('text/html') && { 'content-security-policy': pagePolicy() }),
  },
  body,
});
