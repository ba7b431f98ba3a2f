import { Button, Stack, Text } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Item } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { useFormats } from '../../../parts/format.ts';
import { Status } from '../../../parts/status.tsx';
import { useToast } from '../../../parts/toast.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { AboutRecord } from './about-record.tsx';
import type { Definition, Rule, Run } from './definition.ts';
import { runQuery } from './queries.ts';
import { eventWords, stepSentence } from './rule-sentence.ts';
import classes from './rules.module.css';
import { tones, useReasonWords, useRunWords } from './run-words.ts';
import { placedSteps } from './steps.ts';
import { useSay } from './use-say.ts';

type Props = {
  rule: Rule;
  run: Item<'listRuleRuns'>;
  versions: readonly Item<'listRuleVersions'>[];
  isReadOnly: boolean;
};

/** One run: for which record, why, what came of each step, and what is next. */
export function RunSide({ rule, run: { id, number }, versions, isReadOnly }: Props) {
  const run = useQuery(runQuery(rule.id, id));
  const definition = versions.find((one) => one.number === number)?.definition;
  return (
    <Loaded query={run}>
      {(one) => (
        <Stack gap="md">
          <Standing run={one} />
          <Walk run={one} definition={definition} />
          {!isReadOnly && (one.status === 'waiting' || one.status === 'running') && <Cancel run={one} />}
        </Stack>
      )}
    </Loaded>
  );
}

function Standing({ run }: { run: Run }) {
  const t = useTranslations('settings.rules.runs');
  const { moment } = useFormats();
  const say = useSay();
  const wordsOf = useRunWords(moment);
  const why = eventWords(run.event.type as 'contact.created', { on: 'event', events: [] }, say);
  return (
    <div>
      <Status tone={tones[run.status]}>{t(`statuses.${run.status}`)}</Status>
      <Text>{wordsOf(run)}</Text>
      <Text mt="xs">
        {t('about')} <AboutRecord run={run} />
      </Text>
      <Text c="var(--rapport-quiet)">
        {t('why', { what: why, at: moment(run.event.at), number: run.number })}
      </Text>
    </div>
  );
}

/** Its steps in words, as they were when it began. */
function Walk({ run, definition }: { run: Run; definition: Definition | undefined }) {
  const t = useTranslations('settings.rules.runs');
  const { moment } = useFormats();
  const say = useSay();
  const reasonOf = useReasonWords();
  const placed = placedSteps(definition?.steps ?? []);
  const sentenceOf = (id: string) => {
    const step = placed.find((one) => one.step.id === id)?.step;
    return step ? stepSentence(step, run.kind, say) : id;
  };
  return (
    <ol className={classes.walk} aria-label={t('steps')}>
      {run.steps.map(({ stepId, at, outcome, code }) => (
        <li key={`${stepId} ${at}`} data-outcome={outcome}>
          <Text>{sentenceOf(stepId)}</Text>
          <Text size="sm" c="var(--rapport-quiet)">
            {t(`outcomes.${outcome}`)}
            {code && `: ${reasonOf(code)}`} · {moment(at)}
          </Text>
        </li>
      ))}
      {run.next && (
        <li data-outcome="next">
          <Text>{sentenceOf(run.next)}</Text>
          <Text size="sm" c="var(--rapport-quiet)">
            {t('next')}
          </Text>
        </li>
      )}
    </ol>
  );
}

function Cancel({ run: { id, ruleId } }: { run: Run }) {
  const t = useTranslations('settings.rules.runs');
  const toast = useToast();
  const client = useQueryClient();
  const cancelling = useMutation({
    mutationFn: () => api().cancelRuleRun({ path: { ruleId, runId: id } }),
    onSuccess: (after) => {
      client.setQueryData(runQuery(ruleId, id).queryKey, after);
      void client.invalidateQueries({ queryKey: ['rules', ruleId, 'runs'] });
      toast.done({ message: t('cancelled') });
    },
    onError: toast.failed,
  });
  return (
    <div>
      <Text size="sm" c="var(--rapport-quiet)" mb="xs">
        {t('cancelWhy')}
      </Text>
      <Button
        variant="default"
        leftSection={<IconHandStop size={16} aria-hidden />}
        loading={cancelling.isPending}
        onClick={() => cancelling.mutate()}
      >
        {t('cancel')}
      </Button>
    </div>
  );
}
