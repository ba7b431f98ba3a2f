import { describe, expect } from 'vitest';
import { aBoard } from '../helpers/board-page.ts';
import { apiAs, settled, test } from '../helpers/console.ts';

/** Somebody with a score and a deal on a board of their own. */
async function someone() {
  const api = await apiAs('admin');
  const tag = `live${crypto.randomUUID().slice(0, 8)}`;
  const emails = [{ address: `${tag}@engines.example` }];
  const { id } = await api.createContact({
    body: { firstName: 'Ada', lastName: tag, emails, tags: [tag] },
  });
  const { deals, path } = await aBoard(['Grace']);
  await api.patchDeal({ path: { dealId: deals[0]?.id ?? '' }, body: { contactId: id } });
  await settled();
  const meet = () =>
    api.createActivity({
      body: { kind: 'meeting', contactId: id, at: new Date(Date.now() - 60_000).toISOString() },
    });
  return { id, tag, path, meet };
}
const mark = { name: /^Score \d+/ };

describe('a score that moves', () => {
  test('moves on the contact’s page, in the list and on the board that are open, without their being read again by hand', async ({
    open,
  }) => {
    const { id, tag, path, meet } = await someone();
    const filter = encodeURIComponent(JSON.stringify({ tags: tag }));
    const [list, board, record] = [
      await open({ path: `/contacts?filter=${filter}` }),
      await open({ path }),
      await open({ path: `/contacts/${id}` }),
    ];
    const before = await list.getByRole('button', mark).textContent();
    await board.getByRole('button', mark).waitFor();
    await record.getByRole('heading', { name: 'Score' }).waitFor();
    await settled();

    await meet();
    await record.getByText('Met with us').waitFor();
    const now = () => list.getByRole('button', mark).textContent();
    await expect.poll(now).not.toBe(before);
    await expect
      .poll(() => board.getByRole('button', mark).textContent())
      .toContain(/\d+/.exec((await now()) ?? '')?.[0]);
  });

  test('before the page could be told is shown as soon as it can', async ({ open }) => {
    const { path, meet } = await someone();
    const board = await open({ path });
    const hold = Promise.withResolvers<void>();
    await board.route('**/v1/live/tickets', async (route) => {
      await hold.promise;
      await route.continue();
    });
    await board.reload();
    const shown = () => board.getByRole('button', mark).textContent();
    const before = await shown();
    await meet();
    await settled();
    hold.resolve();
    await expect.poll(shown).not.toBe(before);
  });
});
