import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { connect } from '../api/client.ts';

export type Settings = { issuer: string; clientId: string; scopes: string[] };

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

let manager: Promise<UserManager> | undefined;
/** OpenID Connect with PKCE (RFC 7636): a page has no secret. A phone that is opened in the morning is still signed in. */
function userManager(): Promise<UserManager> {
  manager ??= readSettings().then(
    ({ issuer, clientId, scopes }) =>
      new UserManager({
        authority: issuer,
        client_id: clientId,
        scope: scopes.join(' '),
        redirect_uri: `${location.origin}/signed-in`,
        response_type: 'code',
        userStore: new WebStorageStateStore({ store: localStorage }),
        automaticSilentRenew: false, // the token is renewed when the API asks for it
      }),
  );
  manager.catch(() => {
    manager = undefined;
  });
  return manager;
}

/** Seconds before its end at which a token is renewed, so that it does not end on its way. */
const spareS = 30;
async function token({ refresh }: { refresh: boolean }): Promise<string> {
  const users = await userManager();
  const user = await users.getUser();
  const isGood = user && (user.expires_in ?? 0) > spareS;
  if (user && isGood && !refresh) return user.access_token;
  const renewed = user?.refresh_token ? await users.signinSilent() : null;
  if (renewed) return renewed.access_token;
  await endHere();
  throw new Error('Nobody is signed in any more');
}

/** Who is signed in on this device; undefined where nobody is. */
export async function signedIn(): Promise<User | undefined> {
  const user = await (await userManager()).getUser();
  if (!user?.refresh_token && user?.expired) return undefined;
  if (!user) return undefined;
  connect(token);
  return user;
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
