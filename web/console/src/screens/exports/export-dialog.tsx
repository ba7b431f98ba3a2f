import { Button, Checkbox, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../../api/client.ts';
import { usePreferences } from '../../api/preferences.ts';
import { MoreTexts } from '../../parts/more-texts.tsx';
import { isImported } from '../imports/kinds.ts';
import { Refusal, useRefusalText } from '../settings/parts/refusal.tsx';
import { useOverSide } from '../settings/parts/side-context.ts';
import type { ExportedKind } from './export-kinds.ts';
import { KindChoice } from './kind-choice.tsx';
import { type Choices, type Exported, newExport, usualChoices } from './new-export.ts';
import { putExport } from './queries.ts';
import { useWatched } from './watched.ts';

type Props = {
  what: Exported;
  /** Where one may choose: of which kinds all records may be taken along. */
  kinds?: readonly ExportedKind[];
  onClose: () => void;
};

/** Asks how records are to be taken along, and begins it. */
export function ExportDialog(props: Props) {
  return (
    <MoreTexts part="settings">
      <Asking {...props} />
    </MoreTexts>
  );
}

function Asking({ what: given, kinds, onClose }: Props) {
  useOverSide(true);
  const t = useTranslations('settings.exports');
  const common = useTranslations('common');
  const [what, setWhat] = useState(given);
  return (
    <Modal
      opened
      onClose={onClose}
      title={kinds ? t('add') : t('title', { things: t(`things.${what.kind}`) })}
      zIndex={300}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <ExportForm what={what} onClose={onClose}>
        {kinds && <KindChoice kind={what.kind} kinds={kinds} choose={(kind) => setWhat({ kind })} />}
      </ExportForm>
    </Modal>
  );
}

/** Which records, in a sentence, and how many where that is known. */
function useTaken({ kind, filter, segment, known }: Exported): string {
  const t = useTranslations('settings.exports');
  const things = t(`things.${kind}`);
  const which = () => {
    if (segment) return t('ofSegment', { things, name: segment.name ?? '' });
    return t(filter ? 'filtered' : 'whole', { things });
  };
  if (!known || (known.count === 0 && !known.isWhole)) return which();
  return `${which()} ${t(known.isWhole ? 'known' : 'knownMore', { count: known.count })}`;
}

function useStart(what: Exported, choices: Choices, onClose: () => void) {
  const client = useQueryClient();
  const { watch } = useWatched();
  const { timeZone } = usePreferences();
  return useMutation({
    mutationFn: () => api().createDataExport({ body: newExport(what, choices, timeZone) }),
    onSuccess: (one) => {
      putExport(client, one);
      watch(one);
      onClose();
    },
  });
}

type FormProps = { what: Exported; onClose: () => void; children?: ReactNode };
function ExportForm({ what, onClose, children }: FormProps) {
  const t = useTranslations('settings.exports');
  const common = useTranslations('common');
  const textOf = useRefusalText();
  const taken = useTaken(what);
  const [choices, setChoices] = useState(usualChoices);
  const starting = useStart(what, choices, onClose);
  const choose = (part: Partial<Choices>) => setChoices({ ...choices, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation(); // it may stand beside another form
    starting.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {children}
        <div>
          <Text>{taken}</Text>
          <Text size="sm" c="var(--rapport-quiet)">
            {t('leftOut')}
          </Text>
        </div>
        <Radio.Group
          label={t('format')}
          value={choices.format}
          onChange={(format) => choose({ format: format as Choices['format'] })}
        >
          <Stack gap="xs" mt={6}>
            <Radio
              value="csv"
              label={t('csv')}
              description={t(isImported(what.kind) ? 'csvWhy' : 'csvOnly')}
              data-autofocus={!children || undefined}
            />
            <Radio value="jsonl" label={t('jsonl')} description={t('jsonlWhy')} />
          </Stack>
        </Radio.Group>
        {what.shown && (
          <Radio.Group
            label={t('columns')}
            value={choices.columns}
            onChange={(columns) => choose({ columns: columns as Choices['columns'] })}
          >
            <Stack gap="xs" mt={6}>
              <Radio value="all" label={t('allColumns')} />
              <Radio value="shown" label={t('shownColumns', { count: what.shown.length })} />
            </Stack>
          </Radio.Group>
        )}
        {choices.format === 'csv' && (
          <Checkbox
            label={t('forExcel')}
            description={t('forExcelWhy')}
            checked={choices.forExcel}
            onChange={({ currentTarget }) => choose({ forExcel: currentTarget.checked })}
          />
        )}
        {starting.error && <Refusal>{textOf(starting.error)}</Refusal>}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={starting.isPending}>
            {t('start')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
