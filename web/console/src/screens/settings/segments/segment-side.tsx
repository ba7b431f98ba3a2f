import { Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Segment } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { plurals } from '../../../api/kinds.ts';
import { useMay } from '../../../app/me.ts';
import { useToast } from '../../../parts/toast.tsx';
import { ExportButton } from '../../exports/export-button.tsx';
import { Danger, DangerZone } from '../parts/danger.tsx';
import { FormFrame } from '../parts/form-frame.tsx';
import { useForm } from '../parts/use-form.ts';
import { useListed } from '../parts/use-listed.ts';
import { ConditionText } from './condition-text.tsx';

type Values = { name: string; description: string };
const savedOf = ({ version, name, description = '' }: Segment) => ({
  version,
  values: { name, description },
});

/** A segment: what it asks, how many are in it, and its name. Its condition is changed in the list that it is of. */
export function SegmentSide({ segment, done }: { segment: Segment; done: () => void }) {
  const may = useMay();
  return (
    <Stack gap="md">
      <div>
        <ConditionText of={segment.of} condition={segment.condition} />
      </div>
      <Members segment={segment} />
      <SegmentForm segment={segment} isReadOnly={!may('segments:write')} done={done} />
      {may('segments:write') && <SegmentDanger segment={segment} done={done} />}
    </Stack>
  );
}

function Members({ segment: { id, of, name } }: { segment: Segment }) {
  const t = useTranslations('settings.segments');
  const { data: { memberCount } = {} } = useQuery({
    queryKey: ['segments', 'one', id],
    queryFn: () => api().getSegment({ path: { segmentId: id } }),
  });
  const known = memberCount !== undefined && { known: { count: memberCount, isWhole: true } };
  return (
    <>
      <Text>
        {memberCount !== undefined && t('members', { count: memberCount })}{' '}
        <Link
          to="/$plural"
          params={{ plural: plurals[of] }}
          search={{ segment: id }}
          style={{ color: 'var(--mantine-color-anchor)' }}
        >
          {t('show')}
        </Link>
      </Text>
      <div>
        <ExportButton kind={of} isWide what={() => ({ kind: of, segment: { id, name }, ...known })} />
      </div>
    </>
  );
}

function SegmentForm({
  segment,
  isReadOnly,
  done,
}: {
  segment: Segment;
  isReadOnly: boolean;
  done: () => void;
}) {
  const t = useTranslations('settings.segments');
  const common = useTranslations('common');
  const segments = useListed<Segment>(['segments', 'all']);
  const toast = useToast();
  const path = { segmentId: segment.id };
  const form = useForm<Values, Segment>({
    saved: savedOf(segment),
    write: ({ changes: { name, description }, options }) => {
      const body = {
        ...(name !== undefined && { name }),
        ...(description !== undefined && { description: description.trim() || null }),
      };
      return api().patchSegment({ path, body }, options);
    },
    read: async () => savedOf(await api().getSegment({ path })),
    done: (saved) => {
      segments.put(saved);
      toast.done({ message: t('saved', { name: saved.name }) });
      done();
    },
  });
  const { values, set, faultOf } = form;
  return (
    <FormFrame
      form={form}
      submit={common('save')}
      labels={{ name: t('name'), description: t('description') }}
      isReadOnly={isReadOnly}
      canSend={form.isDirty && values.name.trim() !== ''}
    >
      <TextInput
        label={t('name')}
        value={values.name}
        onChange={({ currentTarget }) => set('name', currentTarget.value)}
        error={faultOf('name')}
        disabled={isReadOnly}
      />
      <Textarea
        label={t('description')}
        value={values.description}
        onChange={({ currentTarget }) => set('description', currentTarget.value)}
        error={faultOf('description')}
        autosize
        disabled={isReadOnly}
      />
    </FormFrame>
  );
}

function SegmentDanger({ segment: { id, name }, done }: { segment: Segment; done: () => void }) {
  const t = useTranslations('settings.segments');
  const common = useTranslations('common');
  const segments = useListed<Segment>(['segments', 'all']);
  return (
    <DangerZone title={t('danger')}>
      <Danger
        about={t('deleteWhy')}
        title={t('deleteTitle', { name })}
        action={common('delete')}
        why={t('deleteMore')}
        run={() => api().deleteSegment({ path: { segmentId: id } })}
        done={() => {
          segments.remove(id);
          done();
        }}
      />
    </DangerZone>
  );
}
