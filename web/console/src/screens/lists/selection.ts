import { useState } from 'react';
import type { AnyRecord } from '../../api/kinds.ts';

/** What is selected: these records, or everything that the list finds but those. */
export type Selection = { isAll: boolean; marked: ReadonlyMap<string, AnyRecord> };
const nothing: Selection = { isAll: false, marked: new Map() };

export const isSelected = ({ isAll, marked }: Selection, id: string) => isAll !== marked.has(id);
export const isEmpty = ({ isAll, marked }: Selection) => !isAll && marked.size === 0;

function withMarks({ isAll, marked }: Selection, records: AnyRecord[], isOn: boolean): Selection {
  const next = new Map(marked);
  for (const record of records) {
    if (isOn !== isAll) next.set(record.id, record);
    else next.delete(record.id);
  }
  return { isAll, marked: next };
}

type Between = (from: number, to: number) => Promise<AnyRecord[]>;
/** Selecting by rows: one, or all from the one before to this one. */
export function useSelection(between: Between) {
  const [selection, setSelection] = useState(nothing);
  const [anchor, setAnchor] = useState<number>();

  const toggle = (index: number, record: AnyRecord) => {
    setAnchor(index);
    setSelection((now) => withMarks(now, [record], !isSelected(now, record.id)));
  };
  /** Everything from the row that was selected last; unlike `toggle` it never takes any out. */
  const extend = async (index: number, record: AnyRecord) => {
    if (anchor === undefined) return toggle(index, record);
    const records = await between(anchor, index);
    setSelection((now) => withMarks(now, records, true));
  };
  const clear = () => {
    setSelection(nothing);
    setAnchor(undefined);
  };
  const all = () => setSelection({ isAll: true, marked: new Map() });
  return { selection, toggle, extend, clear, all };
}
export type Selecting = ReturnType<typeof useSelection>;
