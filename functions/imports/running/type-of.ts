import type { Actor } from '../../../shared/core/actor.ts';
import { actorOfUser } from '../../../shared/identity/actor-store.ts';
import type { Import } from '../../../shared/imports/import.ts';
import type { ImportKind } from '../../../shared/imports/mapping/import-fields.ts';
import type { Owned, RecordType } from '../../../shared/platform/record-type.ts';
import { typeNamed } from '../../records/types/record-types.ts';

/** The kind of record that rows become. */
export function typeOf(kind: ImportKind): RecordType<Owned, object, object> {
  const type = typeNamed(kind);
  if (!type) throw new Error(`Nothing is known of the kind ${kind}`);
  return type;
}

/** Whoever asked for what an import does now, with the rights that they have now. */
export async function askerOf({ workspaceId, asker, startedBy }: Import): Promise<Actor> {
  const { id, keyId } = asker ?? { id: startedBy.id, keyId: undefined };
  return actorOfUser(workspaceId, id, keyId);
}
