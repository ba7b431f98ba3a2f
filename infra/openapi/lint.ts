/* Holds docs/openapi.json to Redocly's recommended rules, warnings too. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createConfig, lintFromString } from '@redocly/openapi-core';

const file = new URL('../../docs/openapi.json', import.meta.url);

/** What the linter finds wrong, a line each; nothing where all is well. */
export async function lintFindings(source: string): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lintFromString({ source, absoluteRef: fileURLToPath(file), config });
  return problems.map(({ severity, ruleId, message, location }) =>
    [severity, ruleId, message, location[0]?.pointer].join(' '),
  );
}

if (import.meta.main) {
  const findings = await lintFindings(readFileSync(file, 'utf8'));
  process.stderr.write(findings.map((line) => `${line}\n`).join(''));
  if (findings.length > 0) process.exitCode = 1;
}
