import { createHash } from 'node:crypto';
import { embed } from './embed-script.ts';
import type { Form } from './form.ts';

/** The script with one form's settings: the function's own text, as small as the bundler made it. */
export function embedSource({ formKey, honeypot, minimumFillMs }: Form): { source: string; etag: string } {
  const config = JSON.stringify({ formKey, honeypot, timed: minimumFillMs > 0 });
  const source = `(${embed.toString()})(window,${config});\n`;
  return { source, etag: `"${createHash('sha256').update(source).digest('base64url').slice(0, 22)}"` };
}
