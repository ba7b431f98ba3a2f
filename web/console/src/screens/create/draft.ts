import type { ListedKind } from '../../api/kinds.ts';

/** What was typed into the dialog and not sent, so that closing it by accident loses nothing. It goes with the window. */
export type Values = Record<string, unknown>;
const placeOf = (kind: ListedKind) => `rapport.draft.${kind}`;

export function readDraft(kind: ListedKind): Values | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(placeOf(kind)) ?? 'null') as Values | null) ?? undefined;
  } catch {
    return undefined;
  }
}
export const keepDraft = (kind: ListedKind, values: Values) =>
  sessionStorage.setItem(placeOf(kind), JSON.stringify(values));
export const dropDraft = (kind: ListedKind) => sessionStorage.removeItem(placeOf(kind));
