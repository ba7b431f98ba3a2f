import { TagsInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { MailForm } from './mail-settings.tsx';

const most = 500;
/** What parts them where several are pasted at once. */
const between = [',', ';', ' ', '\t', '\n', '\r'];

type Props = { form: MailForm; isReadOnly: boolean };
/** With whom mail is never kept: addresses and domains in one list. What was refused is named until it is gone from the list. */
export function NeverLogged({ form: { values, set, faultOf, refused }, isReadOnly }: Props) {
  const t = useTranslations('settings.mail');
  const lines = values.neverLog;
  const wrong = refused.filter((line) => lines.includes(line));
  const faultOfAll = refused.length === 0 ? faultOf('neverLog') : undefined;
  const fault = lines.length > most ? t('tooMany') : faultOfAll;
  return (
    <TagsInput
      label={t('lines')}
      placeholder={isReadOnly || lines.length > 0 ? '' : t('example')}
      value={lines}
      onChange={(written) => set('neverLog', written)}
      splitChars={between}
      acceptValueOnBlur
      autoCapitalize="none"
      spellCheck={false}
      disabled={isReadOnly}
      error={wrong.length > 0 ? t('refused', { lines: wrong.join(', ') }) : fault}
    />
  );
}
