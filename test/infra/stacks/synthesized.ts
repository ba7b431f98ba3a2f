import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App, type AppProps, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Entries } from '../../../infra/bundle.ts';
import { readConfig } from '../../../infra/config.ts';
import type { FunctionDefinition } from '../../../infra/function-definition.ts';
import { functions } from '../../../infra/functions.ts';
import { rapport } from '../../../infra/rapport.ts';
import { appProps } from '../../../infra/synthesis.ts';

type Resource = ReturnType<Template['findResources']>[string];
export type Found = Resource & { id: string; stack: string; Type: string };

const folder = fileURLToPath(new URL('placeholder', import.meta.url));
/** A template is the same whatever its functions' code is; bundles have tests of their own. */
const noCode = async (entries: Entries) =>
  Object.fromEntries(Object.keys(entries).map((name) => [name, folder]));

/** Builds the app as `infra/app.ts` does, into a folder of its own; `close` removes it. */
export async function build(
  definitions: readonly FunctionDefinition[] = functions,
  more: AppProps = {},
  settings: Record<string, string> = {},
) {
  const outdir = mkdtempSync(join(tmpdir(), 'rapport-synth-'));
  const app = new App({ ...appProps, ...more, context: { ...appProps.context, ...more.context }, outdir });
  const config = readConfig({ context: (key) => settings[key], env: {} });
  const stacks = await rapport(app, config, definitions, noCode);
  return { app, config, stacks, outdir, close: () => rmSync(outdir, { recursive: true, force: true }) };
}

/** Every resource of every stack, with what it is called and where it stands. */
export async function resources(
  definitions?: readonly FunctionDefinition[],
  settings?: Record<string, string>,
) {
  const { stacks, close, config } = await build(definitions, {}, settings);
  const templates = Object.fromEntries(
    Object.entries(stacks).map(([name, { stack }]: [string, { stack: Stack }]) => [
      name,
      Template.fromStack(stack),
    ]),
  );
  close();
  const all: Found[] = Object.entries(templates).flatMap(([stack, template]) =>
    Object.entries<Resource & { Type: string }>(template.toJSON().Resources ?? {}).map(([id, resource]) => ({
      ...resource,
      id,
      stack,
    })),
  );
  return { all, config, of: (type: string) => all.filter(({ Type }) => Type === type) };
}
