import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { csvLine } from '../../../functions/privacy/exporting/lines.ts';
import { safeName } from '../../../functions/privacy/exporting/names.ts';
import { type Part, writeZip } from '../../../functions/privacy/exporting/zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'a.zip');

async function* three(): AsyncGenerator<Part> {
  yield { name: 'one.json', content: Buffer.from('{}') };
  yield {
    name: 'two.jsonl',
    content: (async function* () {
      yield 'ä\n';
      yield 'b\n';
    })(),
  };
  yield { name: 'files/ü 3.bin', content: Readable.from([Buffer.from([1, 2]), Buffer.from([3])]) };
}

describe('an archive', () => {
  it('holds what it was given, byte for byte', async () => {
    const { bytes, files } = await writeZip(file, three());
    const zip = readFileSync(file);
    expect({ bytes, files }).toEqual({ bytes: zip.length, files: 3 });
    const found = Object.fromEntries(
      Object.entries(unzipSync(zip)).map(([name, content]) => [name, [...content]]),
    );
    expect(found).toEqual({
      'one.json': [...Buffer.from('{}')],
      'two.jsonl': [...Buffer.from('ä\nb\n')],
      'files/ü 3.bin': [1, 2, 3],
    });
  });

  it('fails as a whole where a part of it cannot be read', async () => {
    const broken = async function* (): AsyncGenerator<Part> {
      yield { name: 'a', content: Buffer.from('a') };
      const content = new Readable({ read: () => content.destroy(new Error('gone')) });
      yield { name: 'b', content };
    };
    await expect(writeZip(file, broken())).rejects.toThrow('gone');
  });

  it('of a hundred megabytes takes no more memory than its pieces', async () => {
    const chunk = Buffer.alloc(1 << 20, 'x');
    const big = async function* (): AsyncGenerator<Part> {
      const content = Readable.from(
        (function* () {
          for (let i = 0; i < 100; i++) yield chunk;
        })(),
      );
      yield { name: 'big', content };
    };
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }, 5);
    await writeZip(file, big());
    clearInterval(watch);
    expect(most).toBeLessThan(30 << 20);
  });
});

describe('a line for a spreadsheet', () => {
  it.each(['=1+1', '+49 30', '-2+3', '@SUM(A1)', '\t=1', '\r=1'])(
    'never begins a cell with what would be a formula: %j',
    (cell) => {
      expect(csvLine([cell])).toMatch(/^"?'/);
    },
  );
  it('keeps commas, quotes and line ends inside of their cell', () => {
    expect(csvLine(['a,b', 'say "no"', 'two\nlines', 'and\rhalf'])).toBe(
      '"a,b","say ""no""","two\nlines","and\rhalf"\r\n',
    );
  });
});

it.each([
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\autoexec.bat', 'C_autoexec.bat'],
  ['Grüße – 1.pdf', 'Grüße _ 1.pdf'],
  ['\u0000', '_'],
  ['...', 'file'],
  [`${'a'.repeat(200)}.pdf`, `${'a'.repeat(96)}.pdf`],
])('the file %j is called %j in it', (given, name) => expect(safeName(given)).toBe(name));
