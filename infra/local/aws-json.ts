/** An error answer of an AWS JSON API; `code` is the part of `__type` after the `#`. */
export class AwsError extends Error {
  readonly code: string;
  readonly body: Record<string, unknown>;
  constructor(code: string, message: string, body: Record<string, unknown>) {
    super(`${code}: ${message}`);
    this.code = code;
    this.body = body;
  }
}

const credential = 'AWS4-HMAC-SHA256 Credential=local/20260101/eu-west-1/dynamodb/aws4_request';
const headers = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20260101T000000Z',
  // The engines want the form of a signature and check nothing of it.
  authorization: `${credential}, SignedHeaders=host;x-amz-date;x-amz-target, Signature=00`,
};

/**
 * One call of an AWS JSON 1.0 API, body in and body out as they are on the wire: stream records go to functions just so.
 * Throws `AwsError` for what the service refuses.
 */
export async function awsJson<T = Record<string, unknown>>(
  url: string,
  target: string,
  body: object,
): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'x-amz-target': target },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  if (response.ok) return answer as T;
  const code = String(answer.__type ?? response.status).replace(/^.*#/, '');
  throw new AwsError(code, String(answer.message ?? answer.Message ?? ''), answer);
}
