import type { Page } from 'playwright-core';

/** Resolves when a page that is about to be opened is told of what happens from now on: it reads the feed as soon as it is. */
export const told = (page: Page) =>
  page.waitForResponse((response) => response.url().includes('/v1/changes'));
/** A page that is told. */
export async function opened(
  open: (opening: object) => Promise<Page>,
  opening: { as?: string; path: string },
) {
  const page = await open({ ...opening, path: '/profile' });
  const isTold = told(page);
  await page.goto(new URL(opening.path, page.url()).href);
  await isTold;
  return page;
}
