import { fileTypeFromBuffer } from 'file-type';
import { describe, expect, it } from 'vitest';
import { attachment, FileName } from '../../../shared/files/file-name.ts';
import { judge } from '../../../shared/files/file-types.ts';
import { scannedOf } from '../../../shared/files/scan.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const judged = async (content: Buffer, name: string, contentType?: string) =>
  judge(content, (await fileTypeFromBuffer(content))?.mime, { name, contentType });

describe('what a file is', () => {
  it.each([
    ['a PDF', bytes('%PDF-1.7\n'), 'Quote.pdf', 'application/pdf'],
    ['a PDF without an ending', bytes('%PDF-1.7\n'), 'Quote', 'application/pdf'],
    ['a PNG', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0'), 'a.png', 'image/png'],
    ['a table', bytes('a;b\n1;2\n'), 'a.csv', 'text/csv'],
    ['a note', Buffer.from('Grüße'), 'a.txt', 'text/plain'],
    [
      'a packed document of whose parts too few are seen',
      bytes('PK\x03\x04\x14\0\0\0'),
      'a.docx',
      'application/zip',
    ],
    ['a page, which no browser is told', bytes('<!doctype html><script>1</script>'), 'a.html', 'text/plain'],
    [
      'a drawing, which no browser is told',
      bytes('<?xml version="1.0"?><svg xmlns="x"/>'),
      'a.svg',
      'text/plain',
    ],
  ])('is taken as %s', async (_, content, name, contentType) => {
    expect(await judged(content, name)).toMatchObject({ taken: true, contentType });
  });

  it.each([
    ['a program', bytes('MZ\x90\0\x03\0\0\0'), 'setup.bin', 'type_not_allowed'],
    ['a program of another system', bytes('\x7fELF\x02\x01\x01\0'), 'Quote.pdf', 'type_not_allowed'],
    ['a script', bytes('#!/usr/bin/env node\n'), 'a.txt', 'type_not_allowed'],
    ['text that a system would run', bytes('del *'), 'a.bat', 'type_not_allowed'],
    ['bytes of no kind', bytes('\0\x01\x02\x03'), 'a.dat', 'type_not_allowed'],
    ['text by the name of a picture', bytes('hello'), 'a.png', 'type_mismatch'],
    ['an archive by the name of a PDF', bytes('PK\x03\x04\x14\0\0\0'), 'a.pdf', 'type_mismatch'],
  ])('is refused as %s', async (_, content, name, why) => {
    expect(await judged(content, name)).toMatchObject({ taken: false, why });
  });

  it('is held to what its sender took it for where its name says nothing', async () => {
    expect(await judged(bytes('%PDF-1.7\n'), 'scan', 'image/png')).toMatchObject({ why: 'type_mismatch' });
    expect(await judged(bytes('%PDF-1.7\n'), 'scan', 'application/pdf')).toMatchObject({ taken: true });
  });
});

describe('the name of a file', () => {
  it.each(['a.pdf', 'Angebot „Ada“.pdf', '.hidden', 'a'])('may be %s', (name) =>
    expect(FileName.safeParse(name).success).toBe(true),
  );
  it.each(['', ' ', '..', 'a/b', 'a\\b', 'a\nb', 'x\u202efdp.exe', 'setup.EXE', 'a.docm', 'a.exe '])(
    'may not be %j',
    (name) => expect(FileName.safeParse(name).success).toBe(false),
  );

  it('is sent as RFC 6266 has it, and nobody gets out of its quotes', () => {
    expect(attachment(`a"; x="b\\ é '(1)*.pdf`)).toBe(
      `attachment; filename="a_; x=_b_ e '(1)*.pdf"; filename*=UTF-8''a%22%3B%20x%3D%22b%5C%20%C3%A9%20%27%281%29%2A.pdf`,
    );
    expect(attachment('\ud800')).toBe(`attachment; filename="_"; filename*=UTF-8''%EF%BF%BD`);
  });
});

describe('a scanner’s event', () => {
  const event = (scanResultStatus: string) => ({
    detail: {
      scanStatus: 'COMPLETED',
      s3ObjectDetails: { bucketName: 'b', objectKey: 'k', eTag: '"e"', versionId: 'null' },
      scanResultDetails: { scanResultStatus, threats: null },
    },
  });
  it.each([
    ['NO_THREATS_FOUND', 'clean'],
    ['THREATS_FOUND', 'infected'],
    ['UNSUPPORTED', 'unscannable'],
    ['ACCESS_DENIED', 'failed'],
    ['FAILED', 'failed'],
    ['SOMETHING_NEW', 'failed'],
  ])('%s says %s', (status, result) =>
    expect(scannedOf(event(status))).toEqual({ bucket: 'b', key: 'k', etag: 'e', result }),
  );
});
