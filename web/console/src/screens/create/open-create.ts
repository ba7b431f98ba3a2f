import type { ListedKind } from '../../api/kinds.ts';

export type Asked = {
  kind: ListedKind;
  /** What is known already, by the API's names of the fields. */
  initial: Record<string, unknown>;
};

/** The dialog is loaded after the first sight; who opens it before finds it open when it is there. */
const asked = 'rapport:create';
let waiting: Asked | undefined;

/** Opens the dialog that makes a record, from wherever one is. */
export function openCreate(kind: ListedKind, initial: Record<string, unknown> = {}): void {
  waiting = { kind, initial };
  dispatchEvent(new Event(asked));
}
/** Calls `open` when a record is to be made, at once where it was asked for before; answers how to stop. */
export function onOpenCreate(open: (asked: Asked) => void): () => void {
  const opened = () => {
    if (waiting) open(waiting);
    waiting = undefined;
  };
  opened();
  addEventListener(asked, opened);
  return () => removeEventListener(asked, opened);
}
