import { useState } from 'react';

/** Saves what a dialog was given, and closes it where that was done: answered anything but `undefined`. Else it stays with what was typed. */
export function useSaving<T>(onSave: (given: T) => Promise<unknown>, onClose: () => void) {
  const [isSaving, setSaving] = useState(false);
  const save = async (given: T) => {
    setSaving(true);
    const isDone = await onSave(given);
    setSaving(false);
    if (isDone !== undefined) onClose();
  };
  return { isSaving, save };
}
