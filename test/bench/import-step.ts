/* node test/bench/import-step.ts <workspace> <import>: does in a process of its own what an import waits for, and prints what that cost. */
import { workOn } from '../../functions/imports/running/work-on.ts';
import { meter } from '../../shared/platform/meter.ts';

const [, , workspaceId = '', importId = ''] = process.argv;
const started = performance.now();
await workOn(workspaceId, importId);
const { requests, read, write } = meter;
const ms = performance.now() - started;
process.stdout.write(
  JSON.stringify({ ms, requests, read, write, peakMiB: process.resourceUsage().maxRSS / 1024 }),
);
