import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DryRunAnswer, TriedRun } from '../../../../../client/src/index.ts';
import { useFormats } from '../../../parts/format.ts';
import { Status } from '../../../parts/status.tsx';
import { AboutRecord } from './about-record.tsx';
import type { Definition, RuledKind } from './definition.ts';
import { RuleRefusal } from './rule-refusal.tsx';
import { stepSentence } from './rule-sentence.ts';
import classes from './rules.module.css';
import { useReasonWords } from './run-words.ts';
import { placedSteps } from './steps.ts';
import { kindOfTrigger } from './triggers.ts';
import { useSay } from './use-say.ts';

type Tried = { days: number; definition: Definition };
export type Trying = UseMutationResult<DryRunAnswer, unknown, Tried>;
const spans = ['1', '7', '30'] as const;
type Span = (typeof spans)[number];

/** What the steps as they are written, saved or not, would have done in the last days. Nothing is done. */
export function DryRun({ trying, definition }: { trying: Trying; definition: Definition }) {
  const t = useTranslations('settings.rules.tries');
  const [days, setDays] = useState<Span>('7');
  return (
    <Stack gap="md" maw={760}>
      <Text c="var(--rapport-quiet)">{t('about')}</Text>
      <Group align="end" gap="xs">
        <NativeSelect
          label={t('days')}
          value={days}
          data={spans.map((span) => ({ value: span, label: t('span', { count: Number(span) }) }))}
          onChange={({ currentTarget }) => setDays(currentTarget.value as Span)}
        />
        <Button
          leftSection={<IconFlask size={16} aria-hidden />}
          loading={trying.isPending}
          onClick={() => trying.mutate({ days: Number(days), definition })}
        >
          {t('go')}
        </Button>
      </Group>
      {trying.error !== null && <RuleRefusal error={trying.error} />}
      {trying.data && <Answer answer={trying.data} definition={trying.variables.definition} />}
    </Stack>
  );
}

/** By the steps that were tried, which may have changed since. */
function Answer({ answer, definition }: { answer: DryRunAnswer; definition: Definition }) {
  const t = useTranslations('settings.rules.tries');
  const { moment } = useFormats();
  const say = useSay();
  const kind = kindOfTrigger(definition.trigger, say.names.segment);
  const { items, matched, since } = answer;
  return (
    <>
      <Text role="status">{t('found', { count: matched, shown: items.length, since: moment(since) })}</Text>
      <ol className={classes.list}>
        {items.map((run) => (
          <li key={`${run.event.id} ${run.recordId}`} className={classes.tried}>
            <OneTry run={run} kind={kind} definition={definition} />
          </li>
        ))}
      </ol>
    </>
  );
}

function OneTry({ run, kind, definition }: { run: TriedRun; kind: RuledKind; definition: Definition }) {
  const t = useTranslations('settings.rules.tries');
  const { moment } = useFormats();
  const say = useSay();
  const reasonOf = useReasonWords();
  const placed = placedSteps(definition.steps);
  const sentenceOf = (id: string) => {
    const step = placed.find((one) => one.step.id === id)?.step;
    return step ? stepSentence(step, kind, say) : id;
  };
  return (
    <>
      <Group gap="xs">
        <AboutRecord run={{ kind, recordId: run.recordId }} />
        <Text size="sm" c="var(--rapport-quiet)">
          {moment(run.event.at)}
        </Text>
        <Status tone={run.begins ? 'good' : 'off'}>
          {run.reason ? t(`reasons.${run.reason}`) : t(run.begins ? 'begins' : 'not')}
        </Status>
      </Group>
      {run.steps.length > 0 && (
        <ol className={classes.walk}>
          {run.steps.map(({ stepId, outcome, code }) => (
            <li key={stepId}>
              <Text>{sentenceOf(stepId)}</Text>
              <Text size="sm" c="var(--rapport-quiet)">
                {t(`outcomes.${outcome}`)}
                {code && `: ${reasonOf(code)}`}
              </Text>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
