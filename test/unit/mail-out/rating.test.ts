import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { renderMail } from '../../../shared/mail/render.ts';
import { averageOf } from '../../../shared/ratings/rating.ts';
import { ratingBlock } from '../../../shared/ratings/rating-block.ts';
import { askingPage, ratingScriptHash } from '../../../shared/ratings/rating-page.ts';

const links = [1, 2, 3, 4, 5].map((score) => ({ score, url: `https://x.example/r/${score}?a=1&b=2` }));
/** As a browser reads an attribute. */
const read = (html: string) =>
  html.replaceAll('&#x2F;', '/').replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
const values = { 'rating.links': ratingBlock(links, 'de') };

describe('{{rating.links}}', () => {
  it('is five links, the best in front, in the text and in the HTML that is made of it', () => {
    const { text, html } = renderMail({ subject: 'x', text: 'How was it?\n\n{{rating.links}}' }, values);
    expect(text.split('\n').slice(2, 4)).toEqual([
      'Sehr gut: https://x.example/r/5?a=1&b=2',
      'Gut: https://x.example/r/4?a=1&b=2',
    ]);
    expect(read(html).match(/<a href="https:\/\/x\.example\/r\/\d\?a=1&b=2">/g)).toHaveLength(5);
  });

  it('is markup in HTML, and is not in a subject', () => {
    const template = { subject: 'Rate{{rating.links}}', text: '-', html: '<td>{{rating.links}}</td>' };
    const { subject, html } = renderMail(template, values);
    expect(subject).toBe('Rate');
    expect(read(html)).toMatch(/^<td><p><a href="https:\/\/x\.example\/r\/5\?a=1&b=2">Sehr gut<\/a> · /);
  });

  it('leaves its fallback where nobody is asked', () => {
    expect(renderMail({ subject: 'x', text: '{{rating.links|Tell us!}}' }, {}).text).toBe('Tell us!');
  });
});

it('the page loads nothing, and its policy names the hash of its one script', async () => {
  const html = askingPage({ score: 4, language: 'en' });
  const [, script = ''] = /<script>([\s\S]*)<\/script>/.exec(html) ?? [];
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script));
  expect(ratingScriptHash).toBe(`'sha256-${Buffer.from(digest).toString('base64')}'`);
  expect(html).not.toMatch(/src=|href=|https?:/);
  expect(html).toContain('You chose: Good.');
});

describe('the page sends the rating', () => {
  type Happening = (window: Window) => void;
  const at = (name: string, clientX: number) => (window: Window) =>
    window.dispatchEvent(new window.PointerEvent(name, { clientX, clientY: 5 }));
  const key = (init: { key: string; ctrlKey?: boolean }) => (window: Window) =>
    window.dispatchEvent(new window.KeyboardEvent('keydown', init));
  const focus = (window: Window) => window.dispatchEvent(new window.Event('focus'));

  /** How often a page on which this happens posts. */
  function posts(...happenings: Happening[]): number {
    const window = new Window({
      url: 'https://x.example/r/5',
      settings: { enableJavaScriptEvaluation: true },
    });
    let sent = 0;
    window.HTMLFormElement.prototype.submit = () => {
      sent += 1;
    };
    window.document.write(askingPage({ score: 4, language: 'en' }));
    for (const happening of happenings) happening(window);
    window.close();
    return sent;
  }

  it.each<[string, number, Happening[]]>([
    ['not when it is opened', 0, []],
    ['not when its window gets the focus', 0, [focus]],
    ['not when it opens under a pointer that rests', 0, [at('pointermove', 50), at('pointermove', 51)]],
    [
      'not when its user leaves by the keyboard',
      0,
      [key({ key: 'Control' }), key({ key: 'w', ctrlKey: true })],
    ],
    ['when the pointer moves', 1, [at('pointermove', 50), at('pointermove', 60), at('pointermove', 90)]],
    ['when somebody presses on it, and once', 1, [at('pointerdown', 50), at('pointerdown', 50)]],
    ['when somebody types', 1, [key({ key: 'Enter' })]],
  ])('%s', (_, times, happenings) => expect(posts(...happenings)).toBe(times));
});

it('an average has one place behind the point', () => {
  expect([averageOf([5, 4, 4]), averageOf([])]).toEqual([4.3, undefined]);
});
