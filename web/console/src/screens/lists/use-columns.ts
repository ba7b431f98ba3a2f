import { useMemo, useState } from 'react';
import type { View } from '../../../../client/src/index.ts';
import type { ListedKind } from '../../api/kinds.ts';
import { type Column, usualColumns } from './columns.ts';

const placeOf = (kind: ListedKind, view: View | undefined) => `rapport.columns.${view?.id ?? kind}`;
function read(place: string): Column[] | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null');
    return Array.isArray(kept) ? (kept as Column[]) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The columns of a list: the view's, or those that this person had here last. What they change stays on this device until it is saved with
 * the view.
 */
export function useColumns(kind: ListedKind, view: View | undefined) {
  const place = placeOf(kind, view);
  const [own, setOwn] = useState(() => ({ place, columns: read(place) }));
  const current = own.place === place ? own.columns : read(place);
  const columns = useMemo(() => {
    const saved = view && view.columns.length > 0 ? view.columns : usualColumns(kind);
    return current ?? saved;
  }, [current, view, kind]);
  const set = (next: Column[] | undefined) => {
    if (next) localStorage.setItem(place, JSON.stringify(next));
    else localStorage.removeItem(place);
    setOwn({ place, columns: next });
  };
  return { columns, setColumns: set, isChosen: current !== undefined };
}
