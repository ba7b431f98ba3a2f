import { TextDecoder } from 'node:util';

/** One property of a card, as its line says it. The value is text, in which what is escaped is so still. */
export type Property = {
  /** By which Apple's programs give a property a label of its own: `item1`. */
  group: string;
  name: string;
  /** In lower case, `TYPE` or not: version 2.1 writes `TEL;HOME`. */
  types: string[];
  isPreferred: boolean;
  value: string;
};

const decoders = new Map<string, TextDecoder>();
function decoderOf(label: string, otherwise: string): TextDecoder {
  const known = decoders.get(label);
  if (known) return known;
  try {
    const decoder = new TextDecoder(label);
    decoders.set(decoder.encoding, decoder);
    return decoder;
  } catch {
    return new TextDecoder(otherwise);
  }
}

const fromQuotedPrintable = (value: string) =>
  value.replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

type Parameter = { key: string; values: string[] };
function parameterOf(text: string): Parameter {
  const at = text.indexOf('=');
  const key = at < 0 ? 'type' : text.slice(0, at).trim().toLowerCase();
  const values = text
    .slice(at + 1)
    .replaceAll('"', '')
    .toLowerCase()
    .split(',');
  return { key, values: values.map((value) => value.trim()).filter((value) => value !== '') };
}

const encodings = ['quoted-printable', 'base64', 'b', '7bit', '8bit'];
function decoded(raw: string, parameters: readonly Parameter[], encoding: string): string {
  const isQuoted = parameters.some(({ values }) => values.includes('quoted-printable'));
  const bytes = isQuoted ? fromQuotedPrintable(raw) : raw;
  if (!/\P{ASCII}/u.test(bytes)) return bytes;
  const [charset = encoding] = parameters.find(({ key }) => key === 'charset')?.values ?? [];
  return decoderOf(charset, encoding).decode(Buffer.from(bytes, 'latin1'));
}

/** A line of bytes as the property that it is; undefined where it is none. `encoding` is of values that name no other. */
export function propertyOf(line: string, encoding: string): Property | undefined {
  const [, told = '', raw = ''] =
    /^((?:[^":]|"[^"]*")*):(.*)$/s.exec(line) ?? /^([^:]*):(.*)$/s.exec(line) ?? [];
  const [full = '', ...rest] = told.match(/(?:[^";]|"[^"]*")+/g) ?? [];
  const [, group = '', name = ''] = /^(?:([\w-]+)\.)?([\w-]+)$/.exec(full.trim()) ?? [];
  if (name === '') return undefined;
  const parameters = rest.map(parameterOf);
  const types = parameters.filter(({ key }) => key === 'type').flatMap(({ values }) => values);
  return {
    group: group.toLowerCase(),
    name: name.toUpperCase(),
    types: types.filter((type) => !encodings.includes(type) && type !== 'pref'),
    isPreferred: types.includes('pref') || parameters.some(({ key }) => key === 'pref'),
    value: decoded(raw, parameters, encoding).trim(),
  };
}

/** RFC 6350, 3.4; older programs escape colons and quotes as well. */
export const unescaped = (value: string) =>
  value.replace(/\\([\\,;:"nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign)).trim();
/** The parts of a value that semicolons part, each unescaped. */
export const componentsOf = (value: string): string[] =>
  [...`${value};`.matchAll(/((?:\\.|[^;\\])*)(?:;|\\;$)/gs)].map(([, part = '']) => unescaped(part));
