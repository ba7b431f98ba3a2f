import { build } from 'esbuild';
import { expect, it } from 'vitest';

it('the script that a page loads has 6 KB at most, as the functions are bundled, and refers to nothing outside', async () => {
  const { outputFiles } = await build({
    entryPoints: ['shared/forms/embed-script.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    write: false,
  });
  const text = outputFiles[0]?.text ?? '';
  expect(text.length).toBeGreaterThan(1000);
  expect(text.length).toBeLessThanOrEqual(6144);
  expect(text).toMatch(/^function \w+\(/); // one function, with no helper of the bundler's beside it
  expect(text).not.toMatch(/^import |__name|\brequire\(/m);
});
