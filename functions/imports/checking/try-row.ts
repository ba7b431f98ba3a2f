import * as z from 'zod';
import type { Context } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import type { CheckedRow } from '../../../shared/imports/checked-row.ts';
import type { Import } from '../../../shared/imports/import.ts';
import { parsePart } from '../../../shared/platform/request.ts';
import { decideOne } from '../../records/operations/write.ts';
import { patchOf } from '../running/patch-of.ts';
import { typeOf } from '../running/type-of.ts';

type Faults = CheckedRow['faults'];
const fieldAt = (pointer: string) => pointer.slice(1).replaceAll('/', '.');
function faultsOf(error: unknown): Faults {
  if (error instanceof z.ZodError)
    return error.issues.map(({ path, message }) => ({
      field: path.join('.'),
      code: 'invalid',
      detail: message,
    }));
  if (!(error instanceof AppError) || error.kind === 'unavailable') throw error;
  const { errors = [] } = error.more;
  if (errors.length === 0) return [{ field: '', code: error.code, detail: error.message }];
  return errors.map(({ pointer, code, detail }) => ({ field: fieldAt(pointer), code, detail }));
}

async function faultsIn(work: () => unknown): Promise<Faults> {
  try {
    await work();
    return [];
  } catch (error) {
    return faultsOf(error);
  }
}

/** Why a record cannot be made of these values, by the same code that makes it. Nothing is stored. */
export const faultsOfNew = ({ kind }: Import, values: CheckedRow['values'], by: Context): Promise<Faults> =>
  faultsIn(() => {
    const type = typeOf(kind);
    return decideOne(type, parsePart(type.shape.created, values), by);
  });
/** Why a record that is there cannot be changed to these values, whichever it is. */
export const faultsOfPatch = ({ kind }: Import, values: CheckedRow['values']): Promise<Faults> =>
  faultsIn(() => patchOf(kind, values));
