import type { RolePolicy } from '../../../../../client/src/index.ts';
import { ruledKinds } from './policy.ts';

type Fields = RolePolicy['fields'];

/** The body that makes these rules of those: a rule that is gone is null (RFC 7396). */
export const patchOfFields = (before: Fields, after: Fields) =>
  Object.fromEntries(
    ruledKinds.map((kind) => {
      const gone = Object.keys(before[kind] ?? {}).filter((name) => !after[kind]?.[name]);
      return [kind, { ...after[kind], ...Object.fromEntries(gone.map((name) => [name, null])) }];
    }),
  );
