import { Button, Group, Modal, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { mostFigures } from '../../../../../shared/dashboards/tile-options.ts';
import { ProblemBox } from '../../parts/problem.tsx';
import { useSaving } from '../../parts/use-saving.ts';
import { reportsQuery, type Tile } from './queries.ts';
import { partsFor, periodOf, useTileChoices, withPart, withPeriod } from './tile-choices.ts';
import { titled, useTileTitle } from './tile-title.ts';

type Props = {
  tile: Tile;
  /** The list that its lines are of, and what it says of them, where it does not say so itself; none where it cannot be read. */
  shown: { part: string; figures: string[] } | undefined;
  onClose: () => void;
  /** Answers whether it was done: the dialog stays where it was not. */
  onSave: (tile: Tile) => Promise<unknown>;
};
type Change = { tile: Tile; before: Tile; onChange: (tile: Tile) => void };

function Fields({ tile, before, onChange }: Change) {
  const t = useTranslations('reports.dashboards');
  const choices = useTileChoices();
  const asked = useQuery(reportsQuery);
  const report = asked.data?.find((one) => one.report === tile.report);
  if (asked.error && !asked.isFetching)
    return <ProblemBox error={asked.error} again={() => void asked.refetch()} />;
  if (!report) return null;
  const parts = partsFor(tile, report);
  const part = parts.find(({ name }) => name === tile.part);
  return (
    <>
      {report.hasPeriod && (
        <Select
          label={t('period')}
          allowDeselect={false}
          data={choices.periods(before)}
          value={periodOf(tile)}
          onChange={(chosen) => chosen && onChange(withPeriod(tile, before, chosen))}
        />
      )}
      <Select
        label={t('part')}
        allowDeselect={false}
        data={choices.parts(parts)}
        value={tile.part ?? null}
        onChange={(name) => {
          const chosen = parts.find((one) => one.name === name);
          if (chosen) onChange(withPart(tile, chosen));
        }}
      />
      <MultiSelect
        label={t('figures')}
        description={t('figuresHow', { most: mostFigures })}
        searchable
        maxValues={mostFigures}
        data={choices.figures(part?.figures ?? [])}
        value={tile.figures}
        onChange={(figures) => onChange({ ...tile, figures })}
      />
    </>
  );
}

/** What a tile is called, of which months it is, what it says, and how it is drawn. */
export function TileDialog({ tile: before, shown, onClose, onSave }: Props) {
  const t = useTranslations('reports.dashboards');
  const common = useTranslations('common');
  const titleOf = useTileTitle();
  const choices = useTileChoices();
  const [tile, setTile] = useState<Tile>({ ...before, ...shown });
  const { isSaving, save } = useSaving(onSave, onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(tile);
  };
  const title = t('changeTile', { name: titleOf(before) });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': common('close') }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label={t('tileTitle')}
            maxLength={100}
            placeholder={titleOf({ report: tile.report })}
            value={tile.title ?? ''}
            onChange={({ currentTarget }) => setTile(titled(tile, currentTarget.value))}
          />
          <Fields tile={tile} before={before} onChange={setTile} />
          <Select
            label={t('chart')}
            allowDeselect={false}
            data={choices.charts}
            value={tile.chart}
            onChange={(chart) => chart && setTile({ ...tile, chart: chart as Tile['chart'] })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={isSaving}>
              {common('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
