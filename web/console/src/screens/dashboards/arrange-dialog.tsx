import { ActionIcon, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Dashboard } from '../../../../client/src/index.ts';
import { MoreTexts } from '../../parts/more-texts.tsx';
import { useSaving } from '../../parts/use-saving.ts';
import { Sortable } from '../settings/parts/sortable.tsx';
import classes from './dashboards.module.css';
import type { Tile } from './queries.ts';
import { titled, useTileTitle } from './tile-title.ts';

type Props = {
  dashboard: Dashboard;
  onClose: () => void;
  /** Answers whether it was done: the dialog stays where it was not. */
  onSave: (tiles: Tile[]) => Promise<unknown>;
};

/** Puts a dashboard's tiles in another order, calls them otherwise, takes some off. */
export function ArrangeDialog({ dashboard, onClose, onSave }: Props) {
  const t = useTranslations('reports.dashboards');
  const common = useTranslations('common');
  const titleOf = useTileTitle();
  const [tiles, setTiles] = useState<Tile[]>(dashboard.tiles);
  const { isSaving, save } = useSaving(onSave, onClose);
  const put = (tile: Tile) => setTiles(tiles.map((one) => (one.id === tile.id ? tile : one)));
  return (
    <Modal opened onClose={onClose} title={t('arrange')} closeButtonProps={{ 'aria-label': common('close') }}>
      <MoreTexts part="settings">
        <Stack gap="md">
          {tiles.length === 0 && <Text c="dimmed">{t('noTiles')}</Text>}
          <Sortable
            label={t('tiles')}
            items={tiles}
            keyOf={({ id }) => id}
            nameOf={titleOf}
            onChange={setTiles}
            row={(tile, handle) => (
              <div className={classes.arranged}>
                {handle}
                <TextInput
                  aria-label={t('titleOf', { name: titleOf(tile) })}
                  value={tile.title ?? ''}
                  placeholder={titleOf({ report: tile.report })}
                  maxLength={100}
                  onChange={({ currentTarget }) => put(titled(tile, currentTarget.value))}
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  aria-label={t('takeOff', { name: titleOf(tile) })}
                  onClick={() => setTiles(tiles.filter(({ id }) => id !== tile.id))}
                >
                  <IconX size={18} aria-hidden />
                </ActionIcon>
              </div>
            )}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button loading={isSaving} onClick={() => void save(tiles)}>
              {common('save')}
            </Button>
          </Group>
        </Stack>
      </MoreTexts>
    </Modal>
  );
}
