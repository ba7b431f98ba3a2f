/** An API key or an access token, or what answers one: asked once, and with `refresh` after the API refused the last. */
export type Token = string | ((why: { refresh: boolean }) => string | Promise<string>);

/** Keeps the token; however many requests are refused at once, one new token is asked for. */
export function tokenKeeper(token: Token | undefined) {
  let held: Promise<string | undefined> | undefined;
  const ask = (refresh: boolean): Promise<string | undefined> => {
    const asked = (async () => (typeof token === 'function' ? token({ refresh }) : token))();
    held = asked;
    asked.catch(() => {
      if (held === asked) held = undefined; // the next request asks anew
    });
    return asked;
  };
  return {
    current: () => held ?? ask(false),
    /** Another token in place of one that was refused; undefined where there is none. */
    async after(refused: string | undefined): Promise<string | undefined> {
      if (typeof token !== 'function') return undefined;
      const now = await (held ?? ask(false));
      const next = now === refused ? await ask(true) : now;
      return next === refused ? undefined : next;
    },
  };
}
