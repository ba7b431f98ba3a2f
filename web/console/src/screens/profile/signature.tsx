import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePreferences, useSetPreferences } from '../../api/preferences.ts';
import { Part } from './part.tsx';

const longest = 2000;

/** What stands under the mails that one writes; saved on leaving it. */
export function Signature() {
  const t = useTranslations('notifications');
  const set = useSetPreferences();
  const { signature = '' } = usePreferences();
  const [typed, setTyped] = useState<string>();
  const save = () => {
    if (typed !== undefined && typed.trim() !== signature) set({ signature: typed.trim() || null });
    setTyped(undefined);
  };
  return (
    <Part title={t('signature')} about={t('signatureWhy')}>
      <Textarea
        label={t('signature')}
        value={typed ?? signature}
        maxLength={longest}
        autosize
        minRows={3}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={save}
      />
    </Part>
  );
}
