import type { EmbedConfig, Page, PageElement, PageForm } from './embed-page.ts';

type Fault = { pointer: string; detail: string };
type Told = { code?: string; detail?: string; errors?: Fault[]; message?: string; redirectUrl?: string };

/**
 * Runs in the visitor's browser: its own text is what `embed.js` serves, so it refers to nothing outside of itself.
 * Makes every `<form data-rapport>` of the page work; `data-rapport="fk_…"` names another form than the script's own.
 */
export function embed(page: Page, { formKey, honeypot, timed }: EmbedConfig): void {
  const { document } = page;
  const script = document.currentScript;
  const base = script?.src.split('/forms/')[0] ?? '';
  const urlOf = (key: string, what: string) => `${base}/v1/forms/${key}/${what}`;
  const wait = (ms: number) => new Promise((resume) => setTimeout(resume, ms));
  const random = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
      '',
    );

  const getToken = (key: string): Promise<string> =>
    fetch(urlOf(key, 'fill-time'))
      .then((answer) => answer.json() as Promise<{ token?: string }>)
      .then(({ token }) => token ?? '')
      .catch(() => '');
  const opened = timed ? getToken(formKey) : Promise.resolve('');

  /* Page views: with consent alone, under a random id that the browser keeps. */
  const idName = 'rapport-visitor';
  const given = script?.dataset.rapportConsent;
  const before = page.rapport?.consent; // another form's script on this page: it sends the views
  let consented = given !== undefined && given !== 'false';
  let visitorId = '';
  let viewed = '';
  const visitor = () => {
    try {
      visitorId = page.localStorage.getItem(idName) ?? visitorId;
      visitorId ||= `v_${random()}`;
      page.localStorage.setItem(idName, visitorId);
    } catch {
      visitorId ||= `v_${random()}`; // a browser that stores nothing: for this page alone
    }
    return visitorId;
  };
  const view = () => {
    const url = page.location.href;
    if (!consented || before || viewed === url) return;
    viewed = url;
    const { title, referrer } = document;
    const body = JSON.stringify({ visitorId: visitor(), url, title: title.slice(0, 300), referrer });
    fetch(urlOf(formKey, 'page-views'), { method: 'POST', body, keepalive: true }).catch(() => undefined);
  };
  const consent = (yes: boolean) => {
    before?.(yes);
    consented = yes;
    if (yes) return view();
    visitorId = viewed = '';
    try {
      page.localStorage.removeItem(idName);
    } catch {
      return;
    }
  };

  const element = (name: string, text: string, marks: Record<string, string>) => {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [mark, value] of Object.entries(marks)) made.setAttribute(mark, value);
    return made;
  };

  const bodyOf = async (form: PageForm, nonce: string) => {
    const body = new URLSearchParams();
    for (const [name, value] of new page.FormData(form))
      if (typeof value === 'string') body.append(name, value);
    body.set('_nonce', nonce);
    body.set('_pageUrl', page.location.href);
    body.set('_referrer', document.referrer);
    body.set('_token', await opened);
    if (consented) body.set('_visitorId', visitor());
    return body;
  };

  /* The nonce makes it safe to send again what may have arrived. */
  const lastTry = 3;
  const isWorthAgain = (status: number, { code = '' }: Told) => status >= 500 || code.startsWith('fill_time');
  const send = async (key: string, body: URLSearchParams, tries = 0): Promise<Told & { ok?: boolean }> => {
    const headers = { accept: 'application/json' };
    const answer = await fetch(urlOf(key, 'submissions'), { method: 'POST', body, headers }).catch(
      () => undefined,
    );
    const told = ((await answer?.json().catch(() => undefined)) ?? {}) as Told;
    if (answer?.ok) return { ...told, ok: true };
    if (tries === lastTry || !isWorthAgain(answer?.status ?? 503, told)) return told;
    if (told.code === 'fill_time_unknown') body.set('_token', await getToken(key));
    await wait(1000 * (Number(answer?.headers.get('retry-after')) || tries + 1));
    return send(key, body, tries + 1);
  };

  /* What stands beside a form because of its last answer. */
  const shown = new Map<PageForm, PageElement[]>();
  const show = (form: PageForm, after: PageElement, made: PageElement) => {
    after.after(made);
    shown.set(form, [...(shown.get(form) ?? []), made]);
  };
  const say = (form: PageForm, text: string) =>
    show(form, form, element('p', text, { role: 'status', 'data-rapport-message': '' }));

  const showFaults = (form: PageForm, { errors = [], detail }: Told) => {
    const controls = [...form.querySelectorAll('[name]')];
    const found = errors.flatMap((fault) => {
      const at = controls.find(({ name }) => `/${name}` === fault.pointer);
      return at ? [{ at, fault }] : [];
    });
    for (const { at, fault } of found) {
      at.setAttribute('aria-invalid', 'true');
      show(form, at, element('small', fault.detail, { role: 'alert', 'data-rapport-error': '' }));
    }
    found[0]?.at.focus();
    if (found.length === 0 || found.length < errors.length)
      say(form, detail ?? 'This could not be sent. Nothing is lost: please try again.');
  };

  const clear = (form: PageForm) => {
    for (const old of shown.get(form) ?? []) old.remove();
    shown.delete(form);
    for (const control of form.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
  };

  const setTrap = (form: PageForm) => {
    const names = [...form.querySelectorAll('[name]')].map(({ name }) => name);
    if (names.includes(honeypot)) return;
    const trap = element('input', '', { name: honeypot, autocomplete: 'off', 'aria-hidden': 'true' });
    trap.tabIndex = -1;
    trap.style.cssText = 'position:absolute;left:-9999px;width:1px;height:1px;opacity:0';
    form.append(trap);
  };

  const sendersOf = (form: PageForm) =>
    [...form.querySelectorAll('button,input[type=submit]')].filter(({ disabled }) => !disabled);

  const disable = (senders: PageElement[], yes: boolean) => {
    for (const sender of senders) sender.disabled = yes;
  };

  const bind = (form: PageForm) => {
    if (form.dataset.rapportBound !== undefined) return;
    form.dataset.rapportBound = '';
    const key = form.dataset.rapport || formKey;
    if (key === formKey) setTrap(form);
    let nonce = random();
    let sending = false;
    const done = ({ message = '', redirectUrl }: Told) => {
      if (redirectUrl) return page.location.assign(redirectUrl);
      nonce = random();
      form.reset();
      form.hidden = true;
      say(form, message);
    };
    const submit = async () => {
      if (sending) return;
      sending = true;
      const senders = sendersOf(form);
      disable(senders, true);
      clear(form);
      const told = await send(key, await bodyOf(form, nonce));
      disable(senders, false);
      sending = false;
      if (told.ok) done(told);
      else showFaults(form, told);
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submit();
    });
  };

  const start = () => {
    for (const form of document.querySelectorAll('form[data-rapport]')) bind(form);
    view();
  };
  page.rapport = { ...page.rapport, consent };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
}
