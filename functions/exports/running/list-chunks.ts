import type { Actor } from '../../../shared/core/actor.ts';
import type { ListExport } from '../../../shared/exports/data-export.ts';
import type { Chunk } from './advance.ts';
import { bodiesFor } from './bodies.ts';
import { listed } from './listed.ts';
import { textFor } from './text-of.ts';

/** A list's text page by page, from where it was left; its head stands before the first. */
export async function* listChunks(
  one: ListExport,
  actor: Actor,
  resume: string | undefined,
): AsyncGenerator<Chunk> {
  const text = textFor(one, actor);
  const bodiesOf = bodiesFor(actor, one.kind);
  let head = resume === undefined ? text.head : '';
  for await (const stretch of listed(actor, one, resume)) {
    const bodies = bodiesOf(stretch.records);
    yield { text: head + (await text.of(bodies)), rows: bodies.length, resume: stretch.resume };
    head = '';
  }
}
