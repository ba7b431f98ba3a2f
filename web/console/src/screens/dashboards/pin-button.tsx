import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { IconPin } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Dashboard } from '../../../../client/src/index.ts';
import { useToast } from '../../parts/toast.tsx';
import type { ReportSearch } from '../reports/search.ts';
import { pinned } from './pinned.ts';
import { dashboardsQuery } from './queries.ts';
import { useIsTheirs } from './theirs.ts';
import { useDashboardWrites } from './use-dashboard-writes.ts';

type Props = { search: ReportSearch; present: string };
const anew = 'new';

/** The dashboards that one may change. */
function useOwn(): Dashboard[] {
  const { data = [] } = useQuery(dashboardsQuery);
  return data.filter(useIsTheirs());
}

function Dialog({ search, present, close }: Props & { close: () => void }) {
  const t = useTranslations('reports.dashboards');
  const names = useTranslations('reports.names');
  const common = useTranslations('common');
  const navigate = useNavigate();
  const toast = useToast();
  const own = useOwn();
  const { create, patch } = useDashboardWrites();
  const [chosen, choose] = useState<string>();
  const [title, setTitle] = useState<string>(names(search.report));
  const [name, setName] = useState('');
  const [isSaving, setSaving] = useState(false);
  const dashboard = own.find(({ id }) => id === (chosen ?? own[0]?.id));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    const tile = pinned(search, present, title.trim());
    const after = await (dashboard
      ? patch(dashboard, { tiles: [...dashboard.tiles, tile] })
      : create({ name: name.trim(), visibility: 'private', tiles: [tile] }));
    setSaving(false);
    if (!after) return;
    close();
    toast.done({
      message: t('pinned', { name: after.name }),
      undoLabel: t('look'),
      undo: () => void navigate({ to: '/dashboards', search: { id: after.id } as never }),
    });
  };
  return (
    <Modal opened onClose={close} title={t('pin')} closeButtonProps={{ 'aria-label': common('close') }}>
      <form onSubmit={save}>
        <Stack gap="md">
          <Select
            label={t('onto')}
            allowDeselect={false}
            data={[
              ...own.map(({ id, name: its }) => ({ value: id, label: its })),
              { value: anew, label: t('new') },
            ]}
            value={dashboard?.id ?? anew}
            onChange={(id) => id && choose(id)}
          />
          {!dashboard && (
            <TextInput
              label={t('name')}
              required
              maxLength={100}
              value={name}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
          )}
          <TextInput
            label={t('tileTitle')}
            required
            maxLength={100}
            value={title}
            onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={isSaving} disabled={!title.trim() || !(dashboard || name.trim())}>
              {t('pinIt')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Keeps the report that is shown on a dashboard. */
export function PinButton({ search, present }: Props) {
  const t = useTranslations('reports.dashboards');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPin size={18} aria-hidden />}
        aria-label={t('pin')}
        onClick={() => setOpen(true)}
      >
        {t('pinIt')}
      </Button>
      {isOpen && <Dialog search={search} present={present} close={() => setOpen(false)} />}
    </>
  );
}
