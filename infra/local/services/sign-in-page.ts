import { demoUsers } from '../demo/users.ts';
import type { Answer } from '../http.ts';
import { html, raw } from './html.ts';
import type { PoolUser } from './user-pool.ts';

function about({ sub, name, enabled }: PoolUser): string {
  const demo = demoUsers.find((user) => user.sub === sub);
  const who = demo ? `${name}, ${demo.role} at ${demo.workspace.name}` : `${name}, invited`;
  return enabled ? who : `${who}; may not sign in any more`;
}

const button = (user: PoolUser) =>
  html`<p><button name="email" value="${user.email}" ${raw(user.enabled ? '' : 'disabled')}>${user.email}</button>
    ${about(user)}</p>`;

/** Stands in for Cognito's own page: one chooses who one is. */
export function signInPage(query: URLSearchParams, users: PoolUser[]): Answer {
  const action = html`?${query.toString()}`;
  const body = html`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>Sign in (local cloud)</title>
    <body style="color-scheme: light dark; font: 16px/1.5 system-ui; max-width: 40rem; margin: 3rem auto; padding: 0 1rem">
    <h1>Sign in</h1><p>This page stands in for Cognito. Choose who you are:</p>
    <form method="post" action="${raw(action)}">${raw(users.map(button).join(''))}</form></body></html>`;
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}
