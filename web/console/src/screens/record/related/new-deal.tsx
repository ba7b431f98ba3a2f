import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { AnyRecord, ListedKind } from '../../../api/kinds.ts';
import { forget } from '../../../api/records.ts';
import { useMe } from '../../../app/me.ts';
import { useFields } from '../../../fields/use-fields.ts';
import { AddDialog } from './add-dialog.tsx';

const asked = ['name', 'amountCents', 'expectedCloseOn'];

/** A deal with this contact or company, in the first stage of the usual pipeline, of one's own. */
export function NewDeal({ kind, record }: { kind: ListedKind; record: AnyRecord }) {
  const t = useTranslations('record');
  const client = useQueryClient();
  const me = useMe();
  const fields = useFields('deal').filter(
    ({ name, isRequired, isReadOnly }) => !isReadOnly && (asked.includes(name) || isRequired),
  );
  const companyId = kind === 'company' ? record.id : record.companyId;
  const fixed = {
    ownerId: me.id,
    ...(kind === 'contact' && { contactId: record.id }),
    ...(companyId !== undefined && { companyId }),
  };
  const onMade = () => {
    forget(client, 'deal');
    forget(client, kind, record.id);
  };
  return (
    <AddDialog
      title={t('newDeal')}
      draftAt={`rapport.deal.${kind}.${record.id}`}
      fields={fields}
      path="/v1/deals"
      fixed={fixed}
      done={t('dealMade')}
      onMade={onMade}
    />
  );
}
