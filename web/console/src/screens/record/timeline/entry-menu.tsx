import { ActionIcon, Button, Group, Menu, Skeleton } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { writtenOf } from '../../../../../../shared/activities/mention-token.ts';
import type { ListedKind } from '../../../api/kinds.ts';
import { forget } from '../../../api/records.ts';
import { act } from '../../../api/write.ts';
import { useMay } from '../../../app/me.ts';
import { MentionArea, useMentionable } from '../../../parts/mention-area.tsx';
import { keptOf } from '../../../parts/mentions.ts';
import { useToast } from '../../../parts/toast.tsx';
import { activityQuery } from './activity-query.ts';

const draftAt = (activityId: string) => `rapport.entry.${activityId}`;
/** Whether somebody was writing it anew when they left the page. */
export const hasDraft = (activityId: string) => sessionStorage.getItem(draftAt(activityId)) !== null;

type Props = { kind: ListedKind; id: string; activityId: string };

/** Writes of an activity, after which the timeline is read anew. */
function useActivityWrites({ kind, id, activityId }: Props) {
  const t = useTranslations('record');
  const client = useQueryClient();
  const toast = useToast();
  const path = `/v1/activities/${activityId}`;
  const after = () => {
    void client.invalidateQueries({ queryKey: activityQuery(activityId).queryKey });
    forget(client, kind, id);
  };
  const tried = async (write: () => Promise<unknown>): Promise<boolean> => {
    try {
      await write();
      after();
      return true;
    } catch (error) {
      toast.failed(error);
      return false;
    }
  };
  const restore = () => tried(() => act({ method: 'POST', path: `/v1/trash/${activityId}/restore` }));
  return {
    rewrite: (text: string) =>
      tried(() => act({ method: 'PATCH', path, body: { text: text.trim() || null } })),
    remove: async () => {
      const isGone = await tried(() => act({ method: 'DELETE', path }));
      if (isGone) toast.done({ message: t('entryDeleted'), undo: () => void restore() });
    },
  };
}

/** What was written of a call, a meeting or a note, to be written anew. It stays where saving fails. */
export function EntryEditor({ onEnd, ...of }: Props & { onEnd: () => void }) {
  const t = useTranslations('record');
  const common = useTranslations('common');
  const { rewrite } = useActivityWrites(of);
  const { data } = useQuery(activityQuery(of.activityId));
  const [draft, setDraft, drop] = useSessionStorage<string | undefined>({
    key: draftAt(of.activityId),
    getInitialValueInEffect: false,
  });
  const [isSending, setSending] = useState(false);
  const people = useMentionable();
  const written = draft ?? writtenOf(data?.text ?? '');
  const end = () => {
    drop();
    onEnd();
  };
  const save = async () => {
    setSending(true);
    const isKept = await rewrite(keptOf(written, people, data?.text));
    setSending(false);
    if (isKept) end();
  };
  if (!data) return <Skeleton h={60} />;
  return (
    <>
      <MentionArea
        aria-label={t('entryText')}
        autosize
        minRows={2}
        value={written}
        onWrite={setDraft}
        {...{ autoFocus: true }}
      />
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" loading={isSending} onClick={() => void save()}>
          {common('save')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={end}>
          {common('cancel')}
        </Button>
      </Group>
    </>
  );
}

/** What can be done with what was logged; whether one may, the API says of each. */
export function EntryMenu({ onEdit, ...of }: Props & { onEdit: () => void }) {
  const t = useTranslations('record');
  const common = useTranslations('common');
  const may = useMay();
  const { remove } = useActivityWrites(of);
  if (!may('activities:edit') && !may('activities:delete')) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" ml="auto" aria-label={t('entryMenu')}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {may('activities:edit') && (
          <Menu.Item leftSection={<IconPencil size={15} aria-hidden />} onClick={onEdit}>
            {common('edit')}
          </Menu.Item>
        )}
        {may('activities:delete') && (
          <Menu.Item leftSection={<IconTrash size={15} aria-hidden />} onClick={() => void remove()}>
            {common('delete')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
