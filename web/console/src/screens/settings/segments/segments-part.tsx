import { IconFilter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Segment } from '../../../../../client/src/index.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Status } from '../../../parts/status.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { SettingsPart } from '../parts/settings-part.tsx';
import { SideDrawer } from '../parts/side.tsx';
import { type Column, RowName, SettingsTable } from '../parts/table.tsx';
import { useOpened } from '../parts/use-opened.ts';
import { ConditionText } from './condition-text.tsx';
import { segmentsQuery } from './queries.ts';
import { ReadyMadeSegments } from './ready-made.tsx';
import { SegmentSide } from './segment-side.tsx';

/** The conditions with a name whose members are kept. */
export function SegmentsPart() {
  const t = useTranslations('settings.segments');
  const segments = useQuery(segmentsQuery);
  const one = useOpened<Segment>();
  return (
    <SettingsPart id="segments">
      <Loaded query={segments}>
        {(all) => (
          <>
            {all.length > 0 ? (
              <SegmentsTable segments={all} onOpen={one.open} />
            ) : (
              <Empty icon={IconFilter} title={t('none')}>
                {t('noneWhy')}
              </Empty>
            )}
            <ReadyMadeSegments segments={all} />
          </>
        )}
      </Loaded>
      <SideDrawer title={one.shown?.name ?? ''} opened={one.isOpen} onClose={one.close}>
        {one.shown && <SegmentSide key={one.shown.id} segment={one.shown} done={one.close} />}
      </SideDrawer>
    </SettingsPart>
  );
}

function SegmentsTable({ segments, onOpen }: { segments: Segment[]; onOpen: (segment: Segment) => void }) {
  const t = useTranslations('settings.segments');
  const kinds = useTranslations('kinds.many');
  const columns: Column<Segment>[] = [
    {
      key: 'name',
      label: t('name'),
      cell: (segment) => (
        <RowName onOpen={() => onOpen(segment)} below={segment.description} narrow={kinds(segment.of)}>
          {segment.name}
        </RowName>
      ),
    },
    { key: 'of', label: t('of'), isWide: true, cell: ({ of }) => kinds(of) },
    {
      key: 'condition',
      label: t('condition'),
      isWide: true,
      cell: (segment) => <ConditionText of={segment.of} condition={segment.condition} />,
    },
    {
      key: 'state',
      label: t('state'),
      cell: ({ ready }) => (
        <Status tone={ready ? 'good' : 'waiting'}>{t(ready ? 'ready' : 'looking')}</Status>
      ),
    },
  ];
  return <SettingsTable label={t('title')} columns={columns} rows={segments} keyOf={({ id }) => id} />;
}
