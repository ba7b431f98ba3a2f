/* npm run bench: what operations cost. Prints tables and, as the last line, all figures as one JSON object. */
import { measureAccess } from './access.ts';
import { measureAuthorizer } from './authorizer.ts';
import { serveSecret } from './parameters.ts';
import { requests } from './requests.ts';
import { measureRisk } from './risk.ts';
import { measureBundles, measureRuntime } from './runtime.ts';
import { measureThroughput } from './throughput.ts';
import { measureUntilFound } from './until-found.ts';

await serveSecret();
Object.assign(process.env, {
  PUBLIC_URL: 'https://api.example.com',
  POWERTOOLS_SERVICE_NAME: 'bench',
  // Counting requests costs two write units in fifty of them (docs/cost.md), which would fall on any operation here.
  USER_REQUESTS_PER_MINUTE: '0',
  WORKSPACE_REQUESTS_PER_MINUTE: '0',
});

const access = await measureAccess([1000, Number(process.env.BENCH_RECORDS ?? 50_000)]);
const authorizer = await measureAuthorizer();
const bundles = await measureBundles();
const risk = await measureRisk();
const runtime = await measureRuntime(requests());
const throughput = await measureThroughput();
const untilFound = await measureUntilFound();
process.stdout.write(
  `\n${JSON.stringify({ access, authorizer, bundles, risk, runtime, throughput, untilFound })}\n`,
);
process.exit(0);
