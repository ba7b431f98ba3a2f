import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const isCode = (path: string) => /\.tsx?$/.test(path);
const named = /(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+\.tsx?)'/g;

async function namedIn(path: string): Promise<string[]> {
  const code = await readFile(path, 'utf8');
  return [...code.matchAll(named)].map(([, name = '']) => join(dirname(path), name));
}

/** These files, and all that they import by a path, of whatever hand: in an order that is always the same. */
export async function withImported(files: readonly string[]): Promise<string[]> {
  const all = new Set(files);
  let news = files.filter(isCode);
  while (news.length > 0) {
    const found = new Set((await Promise.all(news.map(namedIn))).flat());
    news = [...found].filter((path) => !all.has(path));
    for (const path of news) all.add(path);
  }
  return [...all].sort();
}
