import { touchOf, touchSk } from '../contacts/contact-touch.ts';
import { type Item, type Key, type Lent, nameOf } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { stageAsks } from '../deals/pipeline.ts';
import { archivedIn, catalogueKey, requiredIn } from '../fields/catalogue.ts';
import type { CheckedKind } from './checks.ts';
import type { Around } from './finding.ts';

const workspaceOf = ({ workspaceId }: Item) => String(workspaceId);
const pipelineKey = (deal: Item): Key => recordKey(workspaceOf(deal), 'pipeline', String(deal.pipelineId));
const touchKey = ({ pk }: Item): Key => ({ pk, sk: touchSk });

/** What is borrowed for the checks by a record of every kind. */
export const checkBorrowed = (kind: CheckedKind, record: Item): Lent => ({
  ...catalogueKey(workspaceOf(record), kind),
  lasting: true,
});

/** The items around a record that its checks look at. */
export const keysAround = (kind: CheckedKind, record: Item): Key[] => [
  checkBorrowed(kind, record),
  ...(kind === 'contact' ? [touchKey(record)] : []),
  ...(kind === 'deal' ? [pipelineKey(record)] : []),
];

/** What a deal's stage asks for, but for fields in the archive, which nobody can fill in. */
function askedOf(deal: Item, pipeline: Item | undefined, catalogue: Item | undefined): string[] {
  const archived = archivedIn(catalogue).map((key) => `custom.${key}`);
  return stageAsks(pipeline, String(deal.stageId)).filter((field) => !archived.includes(field));
}

/** What they say. */
export function aroundIn(kind: CheckedKind, record: Item, items: Map<string, Item>, now: string): Around {
  const item = (key: Key) => items.get(nameOf(key));
  const catalogue = item(checkBorrowed(kind, record));
  return {
    now,
    required: requiredIn(catalogue),
    ...(kind === 'contact' && { lastActivityAt: touchOf(item(touchKey(record))).lastActivityAt }),
    ...(kind === 'deal' && { stageAsks: askedOf(record, item(pipelineKey(record)), catalogue) }),
  };
}
