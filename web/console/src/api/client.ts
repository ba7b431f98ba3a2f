import { type Client, createClient, RapportError } from '../../../client/src/index.ts';

/** Answers the access token, or a new one with `refresh`; throws where nobody is signed in any more. */
type TokenSource = (why: { refresh: boolean }) => Promise<string>;

const workspaceAt = 'rapport.workspace';
export const chosenWorkspace = () => localStorage.getItem(workspaceAt) ?? undefined;
export const chooseWorkspace = (id: string) => localStorage.setItem(workspaceAt, id);

let made: Client | undefined;
export function connect(token: TokenSource): void {
  const workspace = chosenWorkspace();
  made = createClient({ baseUrl: location.origin, token, ...(workspace && { workspace }) });
}
/** The API as who is signed in, in the workspace that was chosen. */
export function api(): Client {
  if (!made) throw new Error('The API is asked before anybody is signed in');
  return made;
}

export const isProblem = (error: unknown, ...codes: string[]): error is RapportError =>
  error instanceof RapportError && codes.includes(error.code);
export const isStale = (error: unknown) => isProblem(error, 'version_mismatch', 'version_conflict');
export const isOffline = (error: unknown) => isProblem(error, 'network');
