import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocale, useMessages } from 'use-intl';
import { fieldsOfKind } from '../../../../../shared/imports/mapping/fields/fields-of-kind.ts';
import type { Field } from '../../../../client/src/index.ts';
import { fieldsQuery } from '../../api/workspace.ts';
import { useMay } from '../../app/me.ts';
import type { imports } from '../../text/en/imports.ts';
import { languageOf } from '../../text/languages.ts';
import type { ImportKind } from './kinds.ts';

type Words = { names: Record<string, string>; parts: Record<string, string> };
type Names = Record<string, string>;
const shape = /^([A-Za-z]+)(\d*)(?:\.(\w+))?$/;
/** What a field of an import is called: `address2.city` is “Address 2, city”. Undefined where nobody knows it. */
export function wordsOf(field: string, { names, parts }: Words): string | undefined {
  const [, base = '', count = '', part] = shape.exec(field) ?? [];
  const name = names[base];
  if (name === undefined) return undefined;
  const numbered = count ? `${name} ${count}` : name;
  return part === undefined ? numbered : `${numbered}, ${parts[part] ?? part}`;
}

const custom = 'custom.';
const useOwnFields = () => {
  const may = useMay();
  return useQuery({ ...fieldsQuery, enabled: may('fields:read') }).data;
};

/** What fields of a kind are called in the reader's language, and those that a column can become. */
export function useFieldWords(kind: ImportKind) {
  const locale = useLocale();
  const messages = useMessages();
  const { fields } = messages.imports as typeof imports;
  const ofRecords: Names = messages.fields.names;
  const declared = useOwnFields();
  return useMemo(() => {
    const labelOf = ({ label, labels }: Field) =>
      labels?.[locale] ?? labels?.[languageOf(locale) ?? ''] ?? label;
    const own = (declared ?? [])
      .filter((one) => one.of === kind && !one.archived)
      .map((one) => ({ value: `${custom}${one.key}`, label: labelOf(one) }));
    const ownBy = new Map(own.map(({ value, label }) => [value, label]));
    /** A refusal names the field of the record (`emails.0.address`), and not the file's. */
    const nameOf = (field: string) => {
      const [first = ''] = field.split('.');
      const own = field.startsWith(custom) ? field.slice(custom.length) : undefined;
      return ownBy.get(field) ?? own ?? wordsOf(field, fields) ?? ofRecords[first] ?? field;
    };
    const builtIn = Object.keys(fieldsOfKind[kind]).map((name) => ({ value: name, label: nameOf(name) }));
    return { nameOf, builtIn, own };
  }, [declared, fields, ofRecords, kind, locale]);
}
