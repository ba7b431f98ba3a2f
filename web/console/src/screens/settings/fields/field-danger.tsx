import { useTranslations } from 'use-intl';
import type { Field } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { fieldsQuery } from '../../../api/workspace.ts';
import { useToast } from '../../../parts/toast.tsx';
import { Danger, DangerZone } from '../parts/danger.tsx';
import { useListed } from '../parts/use-listed.ts';

/** A field goes into the archive first, and from there for good or back. */
export function FieldDanger({ field, done }: { field: Field; done: () => void }) {
  const t = useTranslations('settings.fields');
  const common = useTranslations('common');
  const fields = useListed<Field>(fieldsQuery.queryKey);
  const toast = useToast();
  const path = { fieldId: field.id };
  const { label } = field;
  const said = (message: string) => () => {
    toast.done({ message });
    done();
  };
  const archive = (archived: boolean) => async () =>
    fields.put(await api().patchField({ path, body: { archived } }));
  if (!field.archived)
    return (
      <DangerZone title={t('danger')}>
        <Danger
          about={t('archiveWhy')}
          title={t('archiveTitle', { label })}
          action={t('toArchive')}
          why={t('archiveMore')}
          run={archive(true)}
          done={said(t('isArchived', { label }))}
        />
      </DangerZone>
    );
  return (
    <DangerZone title={t('danger')}>
      <Danger
        about={t('restoreWhy')}
        title={t('restoreTitle', { label })}
        action={t('restore')}
        why={t('restoreMore')}
        run={archive(false)}
        done={said(t('isRestored', { label }))}
      />
      <Danger
        about={t('deleteWhy')}
        title={t('deleteTitle', { label })}
        action={common('delete')}
        why={t('deleteMore', { key: field.key })}
        typed={field.key}
        run={async () => {
          await api().deleteField({ path });
          fields.remove(field.id);
        }}
        done={said(t('isDeleted', { label }))}
      />
    </DangerZone>
  );
}
