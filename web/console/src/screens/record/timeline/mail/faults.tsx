import { Alert, Checkbox } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useProblemText } from '../../../../parts/problem.tsx';
import { blanksIn, faultsOf, type Place } from './mail-draft.ts';
import type { Writing } from './to-whom.tsx';

const example = '{{contact.firstName|there}}';
/** That nothing is known for blanks, and what to do about it. */
export function useMissingWords() {
  const t = useTranslations('mailOut.write');
  return (blanks: readonly string[]) => t('missing', { blanks: blanks.join(', '), example });
}

/** What was refused at a field, in words. */
export function useFaultWords(error: unknown) {
  const missing = useMissingWords();
  return (place: Place): string | undefined => {
    const here = faultsOf(error)[place];
    if (!here) return undefined;
    const blanks = blanksIn(here);
    return blanks.length > 0 ? missing(blanks) : here.map(({ detail }) => detail).join(' ');
  };
}

const shownAtFields: readonly string[] = ['subject', 'text', 'templateId', 'attachments', 'sendAt'];
/** Why a mail was not taken, where no field says it; and the way to send it with its blanks empty. */
export function Refused({ error, draft, set }: Writing & { error: unknown }) {
  const t = useTranslations('mailOut.write');
  const textOf = useProblemText();
  if (!error) return null;
  const faults = faultsOf(error);
  const hasMissing = blanksIn(Object.values(faults).flat()).length > 0;
  return (
    <>
      {hasMissing && (
        <Checkbox
          label={t('allowMissing')}
          checked={draft.allowMissing ?? false}
          onChange={({ currentTarget }) => set({ allowMissing: currentTarget.checked })}
        />
      )}
      {!Object.keys(faults).some((place) => shownAtFields.includes(place)) && (
        <Alert color="red" variant="light" role="alert">
          {textOf(error)}
        </Alert>
      )}
    </>
  );
}
