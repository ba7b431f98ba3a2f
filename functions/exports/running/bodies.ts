import type * as z from 'zod';
import type { Actor } from '../../../shared/core/actor.ts';
import { hasHideable } from '../../../shared/core/policy.ts';
import { mayTouch } from '../../../shared/core/rights.ts';
import { hidesFields, veilActivity, veiled } from '../../../shared/core/veil.ts';
import type { Body } from '../../../shared/exports/columns/columns-of-kind.ts';
import type { ExportedKind } from '../../../shared/exports/data-export.ts';
import { parseContext } from '../../../shared/platform/parse-context.ts';
import type { Owned, RecordType } from '../../../shared/platform/record-type.ts';
import { typeNamed } from '../../records/types/record-types.ts';

function shown(actor: Actor, kind: ExportedKind, body: Body): Body {
  if (kind === 'activity') return veilActivity(actor, body as never) as Body;
  return hasHideable(kind) && hidesFields(actor) ? veiled(actor, kind, body) : body;
}

/** What the API answers of a kind's records: of those that one may export, without the fields that are hidden of each. */
export function bodiesFor(actor: Actor, kind: ExportedKind): (records: readonly Owned[]) => Body[] {
  const { of, shape } = typeNamed(kind) as RecordType<Owned>;
  const schema = shape.body as z.ZodType<Body>;
  return (records) =>
    records
      .filter((record) => mayTouch(actor, kind, 'export', of.ownerOf(record)))
      .map((record) => shown(actor, kind, schema.parse(record, parseContext())));
}
