// Runs in a process of its own: loads a bundle, sends it one request, then more, and prints what that cost as JSON.
// node child.mjs <bundle> <event.json> <warm requests>
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [, , bundle, eventFile, requests] = process.argv;
const event = JSON.parse(readFileSync(eventFile, 'utf8'));
const context = { awsRequestId: 'bench', functionName: 'bench', getRemainingTimeInMillis: () => 15_000 };

const started = performance.now();
const { handler } = await import(pathToFileURL(bundle).href);
const loaded = performance.now();
const first = await handler(structuredClone(event), context);
const answered = performance.now();

const warmUp = Math.ceil(Number(requests) / 4);
for (let i = 0; i < warmUp; i++) await handler(structuredClone(event), context);
const before = process.cpuUsage();
for (let i = 0; i < Number(requests); i++) await handler(structuredClone(event), context);
const used = process.cpuUsage(before);

const figures = {
  status: first.statusCode,
  loadMs: loaded - started,
  firstMs: answered - loaded,
  cpuUs: Number(requests) > 0 ? (used.user + used.system) / Number(requests) : 0,
};
process.stdout.write(JSON.stringify(figures));
process.exit(0);
