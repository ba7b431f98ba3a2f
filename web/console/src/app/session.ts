import type { UserManager } from 'oidc-client-ts';
import { RapportError } from '../../../client/src/index.ts';
import { connect } from '../api/client.ts';

type Settings = { issuer: string; clientId: string; scopes: string[] };

const settingsAt = 'rapport.settings';
/** What the page has to know before anybody is signed in; what was answered last where there is no network. */
async function readSettings(): Promise<Settings> {
  try {
    const response = await fetch('/v1/console');
    if (!response.ok) throw new Error(`GET /v1/console answers ${response.status}`);
    const settings = (await response.json()) as Settings;
    localStorage.setItem(settingsAt, JSON.stringify(settings));
    return settings;
  } catch (error) {
    const kept = localStorage.getItem(settingsAt);
    if (!kept) throw error;
    return JSON.parse(kept) as Settings;
  }
}

const keptUnder = 'rapport.';
/** OpenID Connect with PKCE (RFC 7636): a page has no secret. A phone that is opened in the morning is still signed in. */
async function makeManager(): Promise<UserManager> {
  const [{ UserManager, WebStorageStateStore }, { issuer, clientId, scopes }] = await Promise.all([
    import('oidc-client-ts'),
    readSettings(),
  ]);
  return new UserManager({
    authority: issuer,
    client_id: clientId,
    scope: scopes.join(' '),
    redirect_uri: `${location.origin}/signed-in`,
    response_type: 'code',
    userStore: new WebStorageStateStore({ store: localStorage, prefix: keptUnder }),
    automaticSilentRenew: false, // the token is renewed when the API asks for it
  });
}
let manager: Promise<UserManager> | undefined;
/** Loaded when somebody signs in or out, or their token ends; until then what it keeps is enough. */
function userManager(): Promise<UserManager> {
  manager ??= makeManager().catch((error: unknown) => {
    manager = undefined;
    throw error;
  });
  return manager;
}

/** Who is signed in, as the library keeps them. */
type Kept = {
  access_token: string;
  refresh_token?: string;
  /** Seconds since 1970. */
  expires_at?: number;
  profile: { sub: string };
};
function keptPerson(): Kept | undefined {
  const key = Object.keys(localStorage).find((name) => name.startsWith(`${keptUnder}user:`));
  const text = key && localStorage.getItem(key);
  return text ? (JSON.parse(text) as Kept) : undefined;
}
const secondsLeft = ({ expires_at = 0 }: Kept) => expires_at - Date.now() / 1000;

/** Seconds before its end at which a token is renewed, so that it does not end on its way. */
const spareS = 30;
/** A new access token; undefined where the sign-in has ended. Throws where the issuer could not be asked. */
async function renew(): Promise<string | undefined> {
  try {
    return (await (await userManager()).signinSilent())?.access_token;
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'ErrorResponse') return undefined;
    throw new RapportError('token', 0, { code: 'network' }, { cause });
  }
}

async function token({ refresh }: { refresh: boolean }): Promise<string> {
  const kept = keptPerson();
  if (kept && !refresh && secondsLeft(kept) > spareS) return kept.access_token;
  const renewed = kept?.refresh_token && (await renew());
  if (renewed) return renewed;
  await endHere();
  throw new Error('Nobody is signed in any more');
}

/** Who is signed in on this device; undefined where nobody is. */
export function signedIn(): Kept | undefined {
  const kept = keptPerson();
  if (!kept || (!kept.refresh_token && secondsLeft(kept) <= 0)) return undefined;
  connect(token);
  return kept;
}

/** Sends the browser to the issuer; it comes back to `/signed-in`, and from there to `returnTo`. */
export const signIn = async (returnTo: string): Promise<void> =>
  (await userManager()).signinRedirect({ state: returnTo });

/** Takes the issuer's answer out of the address; where the person wanted to go. */
export async function finishSignIn(): Promise<string> {
  const user = await (await userManager()).signinCallback();
  return typeof user?.state === 'string' && user.state.startsWith('/') && !user.state.startsWith('//')
    ? user.state
    : '/';
}

/** Forgets who was signed in, and with them everything that was kept to be read without a network. */
const endings: (() => Promise<unknown>)[] = [];
export const onSignOut = (ending: () => Promise<unknown>) => void endings.push(ending);
async function endHere(): Promise<void> {
  await (await userManager()).removeUser();
  await Promise.allSettled(endings.map((end) => end()));
  if (location.pathname !== '/') location.assign('/');
  else location.reload();
}

/** Takes the refresh token back, forgets it, and ends the issuer's own session, so that the next one is asked who they are. */
export async function signOut(): Promise<void> {
  const users = await userManager();
  await users.revokeTokens(['refresh_token']).catch(() => undefined); // without a network it ends by itself
  await users.removeUser();
  await Promise.allSettled(endings.map((end) => end()));
  const end = await users.metadataService.getEndSessionEndpoint().catch(() => undefined);
  const home = `${location.origin}/`;
  // Cognito's words; others that know none of them go by the client's one address.
  const query = new URLSearchParams({ client_id: users.settings.client_id, logout_uri: home });
  location.assign(end ? `${end}?${query}` : home);
}
