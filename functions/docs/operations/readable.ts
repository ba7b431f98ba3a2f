import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

const scriptless = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

/** A text that is the same for everybody until the next deployment. */
export const readable = (type: string, body: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: {
    'content-type': type,
    'cache-control': 'public, max-age=300',
    'content-security-policy': scriptless,
  },
  body,
});
