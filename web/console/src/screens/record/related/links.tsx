import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../../../api/client.ts';
import { type ListedKind, listedKinds } from '../../../api/kinds.ts';
import { forget, keys } from '../../../api/records.ts';
import { act } from '../../../api/write.ts';
import { RecordLink } from '../../../parts/record-link.tsx';
import { useToast } from '../../../parts/toast.tsx';
import { NewLink } from './new-link.tsx';
import classes from './related.module.css';
import { Section } from './section.tsx';

const isListed = (kind: string): kind is ListedKind => (listedKinds as readonly string[]).includes(kind);

/** With which other records this one is tied, and how; a tie can be undone. */
export function Links({ kind, id, isReadOnly }: { kind: ListedKind; id: string; isReadOnly: boolean }) {
  const t = useTranslations('record');
  const label = useTranslations('record.labels');
  const client = useQueryClient();
  const toast = useToast();
  const { data, error } = useQuery({
    queryKey: keys.about(kind, id, 'links'),
    queryFn: () => api().listLinks({ query: { recordId: id, limit: 50 } }),
  });
  if (error || (isReadOnly && !data?.items.length)) return null;
  const worded = (name: string) => (label.has(name as 'related') ? label(name as 'related') : name);
  const remove = async (link: NonNullable<typeof data>['items'][number]) => {
    const again = { fromId: id, toId: link.record.id, label: link.label, note: link.note };
    try {
      await act({ method: 'DELETE', path: `/v1/links/${link.id}` });
      forget(client, kind, id);
      const undo = async () => {
        await act({ method: 'POST', path: '/v1/links', body: again });
        forget(client, kind, id);
      };
      toast.done({ message: t('linkRemoved'), undo: () => void undo().catch(toast.failed) });
    } catch (failure) {
      toast.failed(failure);
    }
  };
  return (
    <Section
      title={t('links')}
      count={data?.items.length ?? 0}
      action={!isReadOnly && <NewLink kind={kind} id={id} />}
    >
      <ul className={classes.list}>
        {data?.items.map((link) => (
          <li key={link.id} className={classes.line}>
            <span className={classes.grow}>
              <span className={classes.quiet}>{worded(link.label)} </span>
              {isListed(link.record.type) ? (
                <RecordLink kind={link.record.type} id={link.record.id} />
              ) : (
                link.record.name
              )}
            </span>
            {!isReadOnly && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={t('removeLink', { name: link.record.name })}
                onClick={() => void remove(link)}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
