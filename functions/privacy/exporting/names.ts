const unsafe = /[^\p{L}\p{N}._ ()-]+/gu;
const longest = 100;

/** A file's name as an archive can carry it to any system: no path, no control character, not hidden, not too long. */
export function safeName(filename: string): string {
  const flat = filename
    .normalize('NFC')
    .replaceAll(unsafe, '_')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (flat.length <= longest) return flat || 'file';
  const dot = flat.lastIndexOf('.');
  const end = dot > flat.length - 12 ? flat.slice(dot) : '';
  return flat.slice(0, longest - end.length) + end;
}
