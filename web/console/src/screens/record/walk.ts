import { useNavigate } from '@tanstack/react-router';
import { type Kind, plurals } from '../../api/kinds.ts';

type Walk = { kind: Kind; ids: string[] };

/** The list from which one came, in its order; undefined where one came from elsewhere. */
function readWalk(kind: Kind): string[] | undefined {
  try {
    const walk = JSON.parse(sessionStorage.getItem('rapport.walk') ?? 'null') as Walk | null;
    return walk?.kind === kind ? walk.ids : undefined;
  } catch {
    return undefined;
  }
}

/** The ways to the records before and behind this one in that list. */
export function useWalk(kind: Kind, id: string) {
  const navigate = useNavigate();
  const ids = readWalk(kind);
  const at = ids?.indexOf(id) ?? -1;
  const to = (other: string | undefined) =>
    other === undefined
      ? undefined
      : () => void navigate({ to: '/$plural/$recordId', params: { plural: plurals[kind], recordId: other } });
  if (!ids || at < 0) return undefined;
  return { previous: to(ids[at - 1]), next: to(ids[at + 1]), place: at + 1, count: ids.length };
}
