import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconDots,
  IconPencil,
  IconRotate,
  IconTrash,
  IconUser,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useMe } from '../../../app/me.ts';
import type { List } from '../use-list.ts';
import { positionAfter } from './between.ts';
import type { ViewWrites } from './use-view-writes.ts';

const item = { mih: { base: 44, sm: 34 } } as const;

/** What can be done with the view that is shown. */
export function ViewMenu({
  list,
  writes,
  onRename,
}: {
  list: List;
  writes: ViewWrites;
  onRename: () => void;
}) {
  const t = useTranslations('lists');
  const common = useTranslations('common');
  const me = useMe();
  const { view, go, setColumns, isChanged, views } = list;
  if (!view) return null;
  const isOwn = view.ownerId === me.id;
  const mayChange = isOwn || me.permissions.includes('workspaces:write');
  const all = views.data ?? [];
  const at = all.indexOf(view);
  const isShared = view.visibility === 'shared';
  const reset = () => {
    setColumns(undefined);
    go({ view: view.id });
  };
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={t('viewMenu', { name: view.name })}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item {...item} leftSection={<IconRotate size={16} />} disabled={!isChanged} onClick={reset}>
          {t('resetView')}
        </Menu.Item>
        {mayChange && (
          <Menu.Item {...item} leftSection={<IconPencil size={16} />} onClick={onRename}>
            {t('rename')}
          </Menu.Item>
        )}
        {mayChange &&
          ([-1, 1] as const).map((by) => {
            const position = positionAfter(all, at, by);
            return (
              position !== undefined && (
                <Menu.Item
                  {...item}
                  key={by}
                  leftSection={by < 0 ? <IconArrowLeft size={16} /> : <IconArrowRight size={16} />}
                  onClick={() => void writes.patch({ position })}
                >
                  {t(by < 0 ? 'moveViewLeft' : 'moveViewRight')}
                </Menu.Item>
              )
            );
          })}
        {mayChange && (isOwn || !isShared) && (
          <Menu.Item
            {...item}
            leftSection={isShared ? <IconUser size={16} /> : <IconUsers size={16} />}
            onClick={() => void writes.patch({ visibility: isShared ? 'private' : 'shared' })}
          >
            {t(isShared ? 'unshare' : 'share')}
          </Menu.Item>
        )}
        {mayChange && (
          <Menu.Item
            {...item}
            color="red"
            leftSection={<IconTrash size={16} />}
            onClick={() => void writes.remove()}
          >
            {common('delete')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
