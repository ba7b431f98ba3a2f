import { Checkbox } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { usePreferences } from '../../../../api/preferences.ts';
import { FieldInput } from '../../../../fields/field-input.tsx';
import { Attaching } from './attaching.tsx';
import type { Desk } from './desk.ts';
import type { Place } from './mail-draft.ts';
import type { Extra } from './mail-foot.tsx';
import type { Writing } from './to-whom.tsx';

type Props = Writing & {
  desk: Desk;
  extras: readonly Extra[];
  faultAt: (place: Place) => string | undefined;
};

/** What goes with a mail, and when it leaves: what was asked for stands there. */
export function Extras({ draft, set, desk, extras, faultAt }: Props) {
  const t = useTranslations('mailOut.write');
  const { signature } = usePreferences();
  return (
    <>
      {signature && (
        <Checkbox
          label={t('signature')}
          checked={draft.signature ?? true}
          onChange={({ currentTarget }) => set({ signature: currentTarget.checked })}
        />
      )}
      {extras.includes('attach') && (
        <Attaching
          desk={desk}
          chosen={draft.fileIds ?? []}
          onChange={(fileIds) => set({ fileIds })}
          error={faultAt('attachments')}
        />
      )}
      {extras.includes('later') && (
        <FieldInput
          field={{ label: t('sendAt'), type: 'instant' }}
          value={draft.sendAt}
          onChange={(sendAt) => set({ sendAt: sendAt as string | undefined })}
          error={faultAt('sendAt')}
        />
      )}
    </>
  );
}
