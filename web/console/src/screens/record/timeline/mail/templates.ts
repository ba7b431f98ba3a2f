import { useQuery } from '@tanstack/react-query';
import type { Template } from '../../../../../../client/src/index.ts';
import { api } from '../../../../api/client.ts';
import { useMay } from '../../../../app/me.ts';

/** The templates that one may use: few, and there with their words. */
export function useTemplates(): Template[] {
  const may = useMay();
  const { data } = useQuery({
    queryKey: ['templates', 'all'],
    queryFn: (): Promise<Template[]> =>
      Array.fromAsync(api().all('listTemplates', { query: { limit: 100 } })),
    enabled: may('templates:read'),
  });
  return data ?? [];
}
