import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CheckImport, FileFormat, Import } from '../../../../client/src/index.ts';
import { act } from '../../api/write.ts';
import { useToast } from '../../parts/toast.tsx';
import { importKeys } from './queries.ts';

type Patch = { mapping?: Import['mapping']; replacements?: Import['replacements'] };

/** What is done to an import, one after the other, each upon what the one before it left. Refusals are said. */
export function useImportActs({ id }: Import) {
  const client = useQueryClient();
  const toast = useToast();
  const queryKey = importKeys.one(id);
  const path = `/v1/imports/${id}`;
  const seen = (one: Import) => {
    client.setQueryData(queryKey, one);
    void client.invalidateQueries({ queryKey: [...importKeys.all, 'list'] });
    return one;
  };
  const doing = useMutation({
    scope: { id: `import ${id}` },
    mutationFn: async (run: () => Promise<unknown>) => {
      await client.cancelQueries({ queryKey });
      return run();
    },
    onError: (error) => {
      toast.failed(error);
      void client.invalidateQueries({ queryKey });
    },
  });
  const post = async (what: string, body: object = {}) =>
    seen(await act<Import>({ method: 'POST', path: `${path}/${what}`, body }));
  /** On the version that is known: who has changed it in the meantime is not overrun. */
  async function patch(body: Patch): Promise<Import> {
    const now = client.getQueryData<Import>(queryKey);
    const ifMatch = now && { ifMatch: { version: now.version } };
    return seen(await act<Import>({ method: 'PATCH', path, body, ...ifMatch }));
  }
  return {
    isBusy: doing.isPending,
    read: (format?: FileFormat) => doing.mutate(() => post('read', format ? { format } : {})),
    /** At once in sight, since a person goes on to the next column. */
    map: (mapping: NonNullable<Import['mapping']>) => {
      client.setQueryData<Import>(queryKey, (one) => one && { ...one, mapping });
      doing.mutate(() => patch({ mapping }));
    },
    check: (how: CheckImport) => doing.mutate(() => post('check', how)),
    /** Takes repairs and has the rows checked again. */
    repair: (replacements: NonNullable<Import['replacements']>, how: CheckImport) =>
      doing.mutate(async () => {
        await patch({ replacements });
        await post('check', how);
      }),
    run: (tells: boolean) => doing.mutate(() => post('run', { tells })),
    stop: () => doing.mutate(() => post('stop')),
    undo: () => doing.mutate(() => post('undo')),
    remove: (done: () => void) =>
      doing.mutate(async () => {
        await act({ method: 'DELETE', path });
        done();
        client.removeQueries({ queryKey });
        await client.invalidateQueries({ queryKey: [...importKeys.all, 'list'] });
      }),
  };
}
export type ImportActs = ReturnType<typeof useImportActs>;

/** How the rows were checked last, to be checked so again. */
export const howOf = ({ mode = 'create', matchBy, acceptFrom }: Import): CheckImport => ({
  mode,
  ...(matchBy && { matchBy }),
  ...(acceptFrom !== undefined && { acceptFrom }),
});
