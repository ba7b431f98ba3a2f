import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { forget } from '../../../api/records.ts';
import { useFields } from '../../../fields/use-fields.ts';
import { AddDialog } from './add-dialog.tsx';

/** What a deal's seller has said will be done, and until when; support sees it on the customer's tickets. */
export function NewPromise({ dealId }: { dealId: string }) {
  const t = useTranslations('record');
  const client = useQueryClient();
  const fields = useFields('promise').filter(({ name }) => name === 'text' || name === 'dueOn');
  const onMade = () => {
    forget(client, 'promise');
    forget(client, 'deal', dealId);
  };
  return (
    <AddDialog
      title={t('newPromise')}
      draftAt={`rapport.promise.${dealId}`}
      fields={fields}
      path="/v1/promises"
      fixed={{ dealId }}
      done={t('promiseMade')}
      onMade={onMade}
    />
  );
}
