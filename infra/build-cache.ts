import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Old builds are of no use to anybody but a rival that has just made one, so a few are left. */
async function forgetOld(current: string, kept: number): Promise<void> {
  const cache = dirname(current);
  const names = (await readdir(cache)).filter((name) => name !== basename(current));
  const ages = await Promise.all(
    names.map(async (name) => ({
      name,
      at: (await stat(join(cache, name)).catch(() => undefined))?.mtimeMs ?? 0,
    })),
  );
  const old = ages.sort((a, b) => b.at - a.at).slice(kept);
  await Promise.all(old.map(({ name }) => rm(join(cache, name), { recursive: true, force: true })));
}

/**
 * The folder `target`, named by all that goes into it: made by `build`, which is given an empty folder beside it, where it is not
 * there yet. Two runs at once do not disturb each other, and a kill leaves no half of a build. Throws what `build` throws.
 */
export async function builtOnce(
  target: string,
  kept: number,
  build: (folder: string) => Promise<void>,
): Promise<void> {
  if (await stat(target).catch(() => undefined)) return;
  await mkdir(dirname(target), { recursive: true });
  const attempt = await mkdtemp(join(dirname(target), 'making-'));
  try {
    await build(attempt);
    await rename(attempt, target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error; // else a rival was first, with the same content
    });
  } finally {
    await rm(attempt, { recursive: true, force: true });
  }
  await forgetOld(target, kept);
}
