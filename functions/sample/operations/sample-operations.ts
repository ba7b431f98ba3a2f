import { operation } from '../../../shared/platform/api.ts';
import { type SampleMark, sampleKinds } from '../../../shared/sample/sample.ts';
import {
  createSampleDataRoute,
  deleteSampleDataRoute,
  getSampleDataRoute,
} from '../../../shared/sample/sample-routes.ts';
import { readMark } from '../../../shared/sample/sample-store.ts';
import { isComplete, makeSample } from './make-sample.ts';
import { removeSample } from './remove-sample.ts';

const countOf = ({ made }: SampleMark, kind: string) => made.filter((one) => one.kind === kind).length;
const shown = (mark: SampleMark) => ({
  exists: mark.version > 0,
  complete: isComplete(mark),
  madeAt: mark.madeAt,
  made: Object.fromEntries(sampleKinds.map((kind) => [kind, countOf(mark, kind)])) as never,
});

export const sampleOperations = [
  operation(getSampleDataRoute, async ({ actor }) => shown(await readMark(actor.workspaceId))),
  operation(createSampleDataRoute, async (by) => shown(await makeSample(by))),
  operation(deleteSampleDataRoute, (by) => removeSample(by) as Promise<undefined>),
];
