import { operation } from '../../../shared/platform/api.ts';
import type { MergeRoutes } from '../../../shared/records/merging/merge-routes.ts';
import { type Mergeable, type MergingType, mergeRecords, previewMerge, unmergeRecord } from './merge.ts';
import { mergedInto } from './merged.ts';

/** The operations that merge records of a kind, say what was merged, and take it apart. */
export function mergeOperations<T extends Mergeable>(given: MergingType<T>, routes: MergeRoutes) {
  const { kind } = given.type.of;
  const idIn = (params: Record<string, unknown>) => String(params[`${kind}Id`]);
  return [
    operation(routes.merged, ({ params, ...by }) => mergedInto(given, idIn(params), by) as Promise<never>),
    operation(routes.preview, ({ params, body, match, ...by }) =>
      previewMerge(given, { id: idIn(params), ...body }, by, match),
    ),
    operation(
      routes.merge,
      ({ params, body, match, ...by }) =>
        mergeRecords(given, { id: idIn(params), ...body }, by, match) as Promise<never>,
    ),
    operation(
      routes.unmerge,
      ({ params, body, match, ...by }) =>
        unmergeRecord(given, { id: idIn(params), out: body.id }, by, match) as Promise<never>,
    ),
  ];
}
