import type { Kind } from '../api/kinds.ts';
import { useFields } from './use-fields.ts';

/** What a field is called by its path (`custom.budget`, `source.kind`); a path of none as it is. */
export function useFieldName(kind: Kind): (path: string) => string {
  const fields = useFields(kind);
  return (path) =>
    (fields.find(({ name }) => name === path) ?? fields.find(({ name }) => name === path.split('.')[0]))
      ?.label ?? path;
}
