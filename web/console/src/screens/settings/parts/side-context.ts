import { createContext, useContext, useEffect } from 'react';

type Side = {
  setDirty: (isDirty: boolean) => void;
  close: () => void;
  /** Says that a dialog is open over the drawer; the answer says that it is closed. */
  hold: () => () => void;
};
export const SideContext = createContext<Side>({
  setDirty: () => undefined,
  close: () => undefined,
  hold: () => () => undefined,
});
/** The drawer that something stands in; closing it asks first where something would be lost. */
export const useSide = () => useContext(SideContext);

/** Keeps the drawer below from closing by the Escape that closes the dialog over it. */
export function useOverSide(opened: boolean): void {
  const { hold } = useSide();
  useEffect(() => (opened ? hold() : undefined), [opened, hold]);
}

/** Tells the drawer around whether something is typed that closing it would lose. */
export function useDirtySide(isDirty: boolean): void {
  const { setDirty } = useSide();
  useEffect(() => {
    setDirty(isDirty);
    return () => setDirty(false);
  });
}
