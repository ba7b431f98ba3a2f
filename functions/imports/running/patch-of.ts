import type { Import } from '../../../shared/imports/import.ts';
import { typeOf } from './type-of.ts';

/** What a deal that is there takes besides: it is moved. */
const besides: Partial<Record<Import['kind'], readonly string[]>> = {
  deal: ['pipelineId', 'stageId', 'lostReason', 'wonReason'],
};

/** What a row says of a record that is there: no cell clears a field by being empty. */
export function patchOf(kind: Import['kind'], values: Record<string, unknown>): Record<string, unknown> {
  const { patch } = typeOf(kind).shape;
  const known = new Set([...Object.keys(patch.shape), ...(besides[kind] ?? [])]);
  const said = Object.entries(values).filter(([name, value]) => known.has(name) && value !== undefined);
  const fields = said.filter(([name]) => Object.hasOwn(patch.shape, name));
  const parsed = patch.parse(Object.fromEntries(fields));
  return { ...Object.fromEntries(said), ...parsed };
}
