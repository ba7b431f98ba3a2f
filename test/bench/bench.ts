/* npm run bench: what operations cost. Prints tables and, as the last line, all figures as one JSON object. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { measureAccess } from './access.ts';
import { measureAuthorizer } from './authorizer.ts';
import { requests } from './requests.ts';
import { measureBundles, measureRuntime } from './runtime.ts';
import { measureThroughput } from './throughput.ts';
import { measureUntilFound } from './until-found.ts';

/** An SSM that has the one secret, for the functions' processes as well as for this one. */
const parameters = createServer((_, response) => {
  response.setHeader('content-type', 'application/x-amz-json-1.1');
  response.end(JSON.stringify({ Parameter: { Value: 'a secret of the bench, long enough for a key' } }));
});
await new Promise<void>((resolve) => parameters.listen(0, '127.0.0.1', resolve));
Object.assign(process.env, {
  AWS_ENDPOINT_URL_SSM: `http://127.0.0.1:${(parameters.address() as AddressInfo).port}`,
  PUBLIC_URL: 'https://api.example.com',
  SECRET_PARAMETER: '/rapport/secret',
  POWERTOOLS_SERVICE_NAME: 'bench',
  // Counting requests costs two write units in fifty of them (docs/cost.md), which would fall on any operation here.
  USER_REQUESTS_PER_MINUTE: '0',
  WORKSPACE_REQUESTS_PER_MINUTE: '0',
});

const access = await measureAccess([1000, Number(process.env.BENCH_RECORDS ?? 50_000)]);
const authorizer = await measureAuthorizer();
const bundles = await measureBundles();
const runtime = await measureRuntime(requests());
const throughput = await measureThroughput();
const untilFound = await measureUntilFound();
process.stdout.write(
  `\n${JSON.stringify({ access, authorizer, bundles, runtime, throughput, untilFound })}\n`,
);
process.exit(0);
