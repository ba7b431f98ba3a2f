import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An SSM that has the one secret, for the functions' processes as well as for this one. */
export async function serveSecret(): Promise<void> {
  const parameters = createServer((_, response) => {
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    response.end(JSON.stringify({ Parameter: { Value: 'a secret of the bench, long enough for a key' } }));
  });
  await new Promise<void>((resolve) => parameters.listen(0, '127.0.0.1', resolve));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SSM: `http://127.0.0.1:${(parameters.address() as AddressInfo).port}`,
    SECRET_PARAMETER: '/rapport/secret',
  });
}
