import { useTranslations } from 'use-intl';
import { RapportError } from '../../../../../client/src/index.ts';
import type { Values } from './template-values.ts';

const quoted = /"([^"]*)"/;

/** What the API says of a field, in the reader's language where there are words for it. */
export function useFaults(error: unknown): (name: keyof Values) => string | undefined {
  const t = useTranslations('settings.templates.faults');
  const errors = error instanceof RapportError ? error.errors : [];
  return (name) => {
    const fault = errors.find(({ pointer }) => pointer === `/${name}`);
    if (!fault) return undefined;
    const what = quoted.exec(fault.detail)?.[1] ?? '';
    return t.has(fault.code as 'merge_field_unknown')
      ? t(fault.code as 'merge_field_unknown', { what })
      : fault.detail;
  };
}
