import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconArrowsSort, IconDots, IconMail, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Dashboard } from '../../../../client/src/index.ts';
import { NameDialog } from '../lists/views/name-dialog.tsx';
import { ArrangeDialog } from './arrange-dialog.tsx';
import { MailDialog } from './mail-dialog.tsx';
import { useIsTheirs } from './theirs.ts';
import { useDashboardWrites } from './use-dashboard-writes.ts';

type Props = { dashboard: Dashboard | undefined; go: (id: string | undefined) => void };
type Open = 'new' | 'rename' | 'arrange' | 'mail' | undefined;

function Dialogs({ dashboard, go, open, close }: Props & { open: Open; close: () => void }) {
  const t = useTranslations('reports.dashboards');
  const { create, patch } = useDashboardWrites();
  if (open === 'new')
    return (
      <NameDialog
        title={t('new')}
        visibility="private"
        onClose={close}
        onSave={async (given) => {
          const made = await create(given);
          if (made) go(made.id);
          return made;
        }}
      />
    );
  if (!dashboard) return null;
  if (open === 'mail') return <MailDialog dashboard={dashboard} onClose={close} />;
  if (open === 'rename')
    return (
      <NameDialog
        title={t('rename')}
        name={dashboard.name}
        visibility={dashboard.visibility}
        onClose={close}
        onSave={(given) => patch(dashboard, given)}
      />
    );
  if (open !== 'arrange') return null;
  return (
    <Suspense>
      <ArrangeDialog dashboard={dashboard} onClose={close} onSave={(tiles) => patch(dashboard, { tiles })} />
    </Suspense>
  );
}

/** A new dashboard, and what may be done to the one that is shown. */
export function DashboardActs({ dashboard, go }: Props) {
  const t = useTranslations('reports.dashboards');
  const isTheirs = useIsTheirs();
  const { remove } = useDashboardWrites();
  const [open, setOpen] = useState<Open>();
  return (
    <Group gap="xs" wrap="nowrap">
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen('new')}>
        {t('new')}
      </Button>
      {dashboard && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={t('acts', { name: dashboard.name })}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconMail size={18} aria-hidden />} onClick={() => setOpen('mail')}>
              {t('mail')}
            </Menu.Item>
            {isTheirs(dashboard) && (
              <>
                <Menu.Item
                  leftSection={<IconArrowsSort size={18} aria-hidden />}
                  onClick={() => setOpen('arrange')}
                >
                  {t('arrange')}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconPencil size={18} aria-hidden />}
                  onClick={() => setOpen('rename')}
                >
                  {t('rename')}
                </Menu.Item>
                <Menu.Item
                  color="red"
                  leftSection={<IconTrash size={18} aria-hidden />}
                  onClick={async () => {
                    if (await remove(dashboard)) go(undefined);
                  }}
                >
                  {t('delete')}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      <Dialogs dashboard={dashboard} go={go} open={open} close={() => setOpen(undefined)} />
    </Group>
  );
}
