import type { Browser, Locator, Page } from 'playwright-core';

type TraceEvent = {
  name: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args: { name?: string };
};
const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'];

/** The page's main-thread tasks in a trace: on a machine that others share a task's wall time is longer than the processor time that it took. */
export type Traced = {
  tasks: number;
  longestMs: number;
  longestCpuMs: number;
  over50Ms: number;
  over50CpuMs: number;
};
const ms = (microseconds: number) => Math.round(microseconds / 100) / 10;

function figuresOf(events: TraceEvent[]): Traced {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events.filter(({ name, pid, tid }) => name === 'RunTask' && mains.has(`${pid} ${tid}`));
  const wall = tasks.map(({ dur = 0 }) => dur);
  const cpu = tasks.map(({ tdur = 0 }) => tdur);
  const over = (durations: number[]) => durations.filter((duration) => duration > 50_000).length;
  return {
    tasks: tasks.length,
    longestMs: ms(Math.max(0, ...wall)),
    longestCpuMs: ms(Math.max(0, ...cpu)),
    over50Ms: over(wall),
    over50CpuMs: over(cpu),
  };
}

/** What Chrome's own trace says of the page's main thread while something is done. */
export async function traced(browser: Browser, page: Page, work: () => Promise<void>): Promise<Traced> {
  await browser.startTracing(page, { categories });
  await work();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  return figuresOf(traceEvents as TraceEvent[]);
}

type Scroll = { over: Locator; until: Locator; stepPx: number; steps?: number };
/** Turns the wheel over what scrolls, a step a frame, until something is in sight. Throws where it does not come within so many `steps`. */
export async function scrollTo(page: Page, { over, until, stepPx, steps = 2_000 }: Scroll): Promise<void> {
  const box = await over.boundingBox();
  if (!box) throw new Error('What is to be scrolled is not on the page');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let turned = 0; turned < steps; turned += 1) {
    if (await until.isVisible()) return;
    await page.mouse.wheel(0, stepPx);
    await page.evaluate('new Promise(requestAnimationFrame)');
  }
  throw new Error('It did not come into sight');
}

/** Signs in as a person does, on the page that asks for it. */
export async function signInAs(page: Page, email: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: email, exact: true }).click();
  await page.locator('#content').waitFor();
}
