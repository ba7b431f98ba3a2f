import { describe, expect } from 'vitest';
import { aBoard, cardIn, column, dragByTouch, dragOver } from '../helpers/board-page.ts';
import { apiAs, settled, test } from '../helpers/console.ts';

describe('the board', () => {
  test('a card that is dragged by the mouse is in its new stage at once, and by one tap back again', async ({
    open,
  }) => {
    const { api, deals, path } = await aBoard(['Ada', 'Grace']);
    const page = await open({ path });
    await dragOver(page, cardIn(page, 'new', 'Grace'), 'talk');
    await page.mouse.up();
    await cardIn(page, 'talk', 'Grace').waitFor();
    expect(await column(page, 'new').getByText('1 deal', { exact: true }).count()).toBe(1);
    await page.getByText('Grace moved to Talk').waitFor();
    expect(new URL(page.url()).pathname).toBe('/board');
    const dealId = deals[1]?.id ?? '';
    expect((await api.getDeal({ path: { dealId } })).stageId).toBe('talk');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Grace moved to New').waitFor();
    await cardIn(page, 'new', 'Grace').waitFor();
    expect((await api.getDeal({ path: { dealId } })).stageId).toBe('new');
  });

  test('a card that a finger stays on is dragged; a swipe scrolls', async ({ open }) => {
    const { path } = await aBoard(['Ada']);
    const page = await open({ path, size: 'tablet' });
    await dragByTouch(page, cardIn(page, 'new', 'Ada'), 'talk');
    await cardIn(page, 'talk', 'Ada').waitFor();
    await page.getByText('Ada moved to Talk').waitFor();
  });

  test('a card is moved by keys alone, every step is said, and the keys stay on it', async ({ open }) => {
    const { path } = await aBoard(['Ada', 'Grace']);
    const page = await open({ path });
    const said = page.getByRole('status').filter({ hasText: /^(Ada|The deal) / });
    await cardIn(page, 'new', 'Grace').focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('a:focus:text-is("Ada")').waitFor();
    await page.keyboard.press('Space');
    await said.filter({ hasText: /^Ada is (picked up from|over) New/ }).waitFor();
    await page.keyboard.press('ArrowRight');
    await said.filter({ hasText: 'Ada is over Offer.' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await said.filter({ hasText: 'Ada is over Talk.' }).waitFor();
    await page.keyboard.press('Space');
    await said.filter({ hasText: 'Ada was dropped on Talk.' }).waitFor();
    await page.getByText('Ada moved to Talk').waitFor();
    await page.locator('[data-stage-column="talk"] a:focus').waitFor();
    await page.keyboard.press('m');
    await page.getByRole('menuitem', { name: 'New' }).press('Enter');
    await cardIn(page, 'new', 'Ada').waitFor();
  });

  test('keys that come faster than the page is drawn are not lost', async ({ open }) => {
    const { path } = await aBoard(['Ada']);
    const page = await open({ path });
    const said = page.getByRole('status');
    await cardIn(page, 'new', 'Ada').focus();
    await page.evaluate(() => {
      for (const code of ['Space', 'ArrowRight'])
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true }),
        );
    });
    await said.filter({ hasText: 'Ada is over Offer.' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await said.filter({ hasText: 'Ada is over Talk.' }).waitFor();
    await page.keyboard.press('Space');
    await page.getByText('Ada moved to Talk').waitFor();
  });

  test('a stage that asks for fields is given them before the deal comes in', async ({ open }) => {
    const { api, deals, path } = await aBoard(['Ada']);
    const page = await open({ path });
    await dragOver(page, cardIn(page, 'new', 'Ada'), 'offer');
    await page.mouse.up();
    const dialog = page.getByRole('dialog', { name: 'Move Ada to Offer' });
    await dialog.getByRole('button', { name: 'Move' }).click();
    await dialog.getByText('This is needed').first().waitFor();
    await dialog.getByLabel('Amount').fill('1250');
    await dialog.getByLabel('Expected close').fill('2027-01-31');
    await dialog.getByRole('button', { name: 'Move' }).click();
    await page.getByText('Ada moved to Offer').waitFor();
    const deal = await api.getDeal({ path: { dealId: deals[0]?.id ?? '' } });
    expect(deal).toMatchObject({ stageId: 'offer', amountCents: 125_000, expectedCloseOn: '2027-01-31' });
  });

  test('who gives a dialog up has moved nothing', async ({ open }) => {
    const { path } = await aBoard(['Ada']);
    const page = await open({ path });
    await dragOver(page, cardIn(page, 'new', 'Ada'), 'offer');
    await page.mouse.up();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await cardIn(page, 'new', 'Ada').waitFor();
  });

  test('a lost deal says why, in the pipeline’s own words', async ({ open }) => {
    const { api, deals, path } = await aBoard(['Ada'], ['Too dear', 'No answer']);
    const page = await open({ path });
    await dragOver(page, cardIn(page, 'new', 'Ada'), 'lost');
    await page.mouse.up();
    await page.getByRole('radio', { name: 'Too dear' }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click();
    await page.getByText('Ada moved to Lost').waitFor();
    const dealId = deals[0]?.id ?? '';
    expect(await api.getDeal({ path: { dealId } })).toMatchObject({ status: 'lost', lostReason: 'Too dear' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await cardIn(page, 'new', 'Ada').waitFor();
    await page.getByText('Ada moved to New').waitFor();
    expect((await api.getDeal({ path: { dealId } })).status).toBe('open');
  });

  test('a card that somebody else moved while it was in the hand goes where they put it', async ({
    open,
  }) => {
    const { api, deals, path } = await aBoard(['Ada']);
    const page = await open({ path });
    await dragOver(page, cardIn(page, 'new', 'Ada'), 'talk');
    await api.moveDeal({ path: { dealId: deals[0]?.id ?? '' }, body: { stageId: 'won' } });
    await settled();
    const refusal = page.waitForResponse((response) => response.status() === 412);
    await page.mouse.up();
    await refusal;
    await page.getByText('Somebody else moved Ada meanwhile: it is in Won now').waitFor();
    await column(page, 'won').getByText('Won').waitFor();
    expect(await cardIn(page, 'talk', 'Ada').count()).toBe(0);
  });

  test('whose deals are shown stands in the address', async ({ open }) => {
    const { api, deals, path } = await aBoard(['Ada', 'Grace']);
    const rep = await apiAs('rep');
    const { id, name } = await rep.getMe();
    await api.patchDeal({ path: { dealId: deals[0]?.id ?? '' }, body: { ownerId: id } });
    await settled();
    const page = await open({ path });
    await cardIn(page, 'new', 'Grace').waitFor();
    await page.getByRole('combobox', { name: 'Owner' }).click();
    await page.getByRole('option', { name }).click();
    await cardIn(page, 'new', 'Grace').waitFor({ state: 'detached' });
    await cardIn(page, 'new', 'Ada').waitFor();
    expect(new URL(page.url()).searchParams.get('owner')).toBe(id);
    await page.reload();
    await cardIn(page, 'new', 'Ada').waitFor();
    expect(await cardIn(page, 'new', 'Grace').count()).toBe(0);
  });

  test('a tag leaves its deals with their count and sum, in the address, and moves go on', async ({
    open,
  }) => {
    const { api, deals, path } = await aBoard(['Ada', 'Grace', 'Mary']);
    const [ada, grace] = deals.map(({ id }) => ({ path: { dealId: id } }));
    const tag = `fair-${crypto.randomUUID().slice(0, 8)}`;
    if (!ada || !grace) throw new Error('There are deals');
    await api.patchDeal({ ...ada, body: { tags: [tag], amountCents: 120_000 } });
    await api.patchDeal({ ...grace, body: { tags: [tag], amountCents: 30_000 } });
    await settled();
    const page = await open({ path });
    await cardIn(page, 'new', 'Mary').waitFor();
    await page.getByRole('button', { name: 'Tags', exact: true }).click();
    await page.getByRole('combobox', { name: 'Tags' }).fill(tag);
    await page.keyboard.press('Enter');
    await column(page, 'new').getByText('2 deals', { exact: true }).waitFor();
    await column(page, 'new').getByText('€1.5k').first().waitFor();
    expect(await cardIn(page, 'new', 'Mary').count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('filter')).toBe(JSON.stringify({ tags: tag }));
    await page.reload();
    await page.getByRole('button', { name: 'Move Grace' }).click();
    await page.getByRole('menuitem', { name: 'Won' }).click();
    await page.getByText('Grace moved to Won').waitFor();
    await column(page, 'won').getByText('1 deal', { exact: true }).waitFor();
    await column(page, 'new').getByText('1 deal', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Remove this condition' }).click();
    await cardIn(page, 'new', 'Mary').waitFor();
  });

  test('on a phone a stage fills the screen, a tab leads to another, and a menu moves a deal there', async ({
    open,
  }) => {
    const { path } = await aBoard(['Ada', 'Grace']);
    const page = await open({ path, size: 'phone' });
    await page.getByRole('button', { name: 'Move Grace' }).tap();
    await page.getByRole('menuitem', { name: 'Talk' }).tap();
    await page.getByText('Grace moved to Talk').waitFor();
    await cardIn(page, 'new', 'Ada').waitFor();
    await page.getByRole('navigation', { name: 'Stages' }).getByRole('button', { name: /Talk/ }).tap();
    await page.locator('[data-tab="talk"][aria-current]').waitFor();
    await cardIn(page, 'talk', 'Grace').tap();
    await page.waitForURL(/\/deals\/dl_/);
  });

  test('a deal is added at the head of a stage', async ({ open }) => {
    const { path } = await aBoard([]);
    const page = await open({ path });
    await page.getByRole('button', { name: 'Add a deal to New' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Ada');
    await dialog.getByLabel('Amount').fill('99.50');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await cardIn(page, 'new', 'Ada').waitFor();
    await column(page, 'new').getByText('€99.50').first().waitFor();
  });

  test('more than twenty deals are read page by page as one scrolls to the end', async ({ open }) => {
    const { path } = await aBoard(Array.from({ length: 30 }, (_, at) => `Deal ${at}`));
    const page = await open({ path });
    await cardIn(page, 'new', 'Deal 29').focus();
    for (let at = 28; at >= 0; at -= 1) {
      await cardIn(page, 'new', `Deal ${at}`).waitFor({ state: 'attached' });
      await page.keyboard.press('ArrowDown');
      await page.locator(`a:focus:text-is("Deal ${at}")`).waitFor();
    }
  });
});
