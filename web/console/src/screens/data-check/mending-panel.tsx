import { Anchor, Button, Group, ScrollArea, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { plurals, titleOf } from '../../api/kinds.ts';
import { useProblemText } from '../../parts/problem.tsx';
import { Working } from '../../parts/working.tsx';
import type { CheckedKind } from './checks.ts';
import classes from './data-check.module.css';
import type { Outcome } from './mend.ts';
import type { Progress } from './use-mending.ts';

const shownRefusals = 100;

function Refusals({ kind, refused }: { kind: CheckedKind; refused: Outcome['refused'] }) {
  const t = useTranslations('dataCheck');
  const textOf = useProblemText();
  const rest = refused.length - shownRefusals;
  return (
    <>
      <Text>{t('refused', { count: refused.length })}</Text>
      <ScrollArea.Autosize mah="45vh">
        <ul className={classes.refusals}>
          {refused.slice(0, shownRefusals).map(({ record, error }) => (
            <li key={record.id} className={classes.refusal}>
              <Anchor component={Link} to={`/${plurals[kind]}/${record.id}`} fw={600}>
                {titleOf(kind, record)}
              </Anchor>
              <div className={classes.quiet}>{textOf(error)}</div>
            </li>
          ))}
        </ul>
        {rest > 0 && <Text className={classes.quiet ?? ''}>{t('more', { count: rest })}</Text>}
      </ScrollArea.Autosize>
    </>
  );
}

type Props = { kind: CheckedKind; progress: Progress; onStop: () => void; onClose: () => void };

/** How far it is, and in the end what was not mended, and why. */
export function MendingPanel({ kind, progress, onStop, onClose }: Props) {
  const t = useTranslations('dataCheck');
  const common = useTranslations('common');
  const textOf = useProblemText();
  if (progress.phase === 'working') {
    const { through, total } = progress;
    return (
      <Working
        said={t('working', { through, total })}
        percent={(100 * through) / Math.max(1, total)}
        label={t('progress')}
        stop={t('stop')}
        onStop={onStop}
      />
    );
  }
  const { job, outcome } = progress;
  const { mended, refused, brokeOff } = outcome;
  return (
    <Stack>
      <Text role="alert">{t(job.by === 'trash' ? 'trashed' : 'mended', { count: mended.length })}</Text>
      {refused.length > 0 && <Refusals kind={kind} refused={refused} />}
      {brokeOff !== undefined && <Text>{t('brokeOff', { why: textOf(brokeOff) })}</Text>}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {common('close')}
        </Button>
      </Group>
    </Stack>
  );
}
