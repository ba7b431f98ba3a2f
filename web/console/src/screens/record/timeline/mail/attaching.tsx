import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useFileSize } from '../../related/file-size.ts';
import { filesQuery } from '../../related/files-query.ts';
import { type Desk, pageOf } from './desk.ts';

const mostFiles = 10;
/** What SES takes, with all that a mail adds to it. */
const mostBytes = 7 * 1024 * 1024;

type Props = {
  desk: Desk;
  chosen: string[];
  onChange: (fileIds: string[]) => void;
  error: string | undefined;
};

/** The files that may go: those of the contact and, of a mail about a deal, the deal's before them. */
function useFilesOf({ contactId, dealId }: Desk) {
  const ofContact = useQuery(filesQuery('contact', contactId));
  const ofDeal = useQuery({ ...filesQuery('deal', dealId ?? ''), enabled: dealId !== undefined });
  return {
    files: [...(ofDeal.data?.items ?? []), ...(ofContact.data?.items ?? [])],
    isSuccess: ofContact.isSuccess && (dealId === undefined || ofDeal.isSuccess),
  };
}

/** Files that go with a mail: those that were found clean. */
export function Attaching({ desk, chosen, onChange, error }: Props) {
  const t = useTranslations('mailOut.write');
  const sizeOf = useFileSize();
  const { files, isSuccess } = useFilesOf(desk);
  const ready = files.flatMap(({ id, name, versions }) => {
    const size = versions.findLast(({ status }) => status === 'ready')?.size;
    return size === undefined ? [] : [{ id, name, size }];
  });
  const known = chosen.filter((id) => !isSuccess || ready.some((file) => file.id === id));
  const bytes = ready.filter(({ id }) => known.includes(id)).reduce((sum, { size }) => sum + size, 0);
  return (
    <MultiSelect
      label={t('attachments')}
      description={t(ready.length > 0 ? 'attachWhy' : 'attachNone', { of: pageOf(desk).kind })}
      data={ready.map(({ id, name, size }) => ({ value: id, label: `${name} (${sizeOf(size)})` }))}
      value={known}
      maxValues={mostFiles}
      onChange={onChange}
      error={error ?? (bytes > mostBytes ? t('tooLarge') : undefined)}
      clearable
    />
  );
}
