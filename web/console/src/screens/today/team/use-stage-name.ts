import { useQuery } from '@tanstack/react-query';
import { pipelinesQuery } from '../../../api/workspace.ts';
import { useMay } from '../../../app/me.ts';

/** What the stage of a deal is called; its id where pipelines are not for the reader. */
export function useStageName() {
  const may = useMay();
  const { data = [] } = useQuery({ ...pipelinesQuery, enabled: may('pipelines:read') });
  const names = new Map(data.flatMap(({ stages }) => stages.map(({ id, name }) => [id, name] as const)));
  return ({ stageId }: { stageId: string }) => names.get(stageId) ?? stageId;
}
