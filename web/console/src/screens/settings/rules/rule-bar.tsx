import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlayerPause, IconPlayerPlay, IconSend } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useFormats } from '../../../parts/format.ts';
import { DangerDialog } from '../parts/danger.tsx';
import type { Rule } from './definition.ts';
import { RuleRefusal } from './rule-refusal.tsx';
import { RuleState, usePausedWhy } from './rule-state.tsx';
import classes from './rules.module.css';
import type { RuleActs } from './use-rule-acts.ts';

type Props = {
  rule: Rule;
  acts: RuleActs;
  /** Whether the draft says something else than what is live. */
  hasNews: boolean;
  isDirty: boolean;
  isReadOnly: boolean;
};

/** What the state of a rule means just now. */
function useMeaning({ rule, hasNews, isDirty }: Props): string {
  const t = useTranslations('settings.rules.means');
  const { moment } = useFormats();
  const why = usePausedWhy(rule);
  const { state, live, pausedAt } = rule;
  const news = isDirty ? ` ${t('dirty')}` : hasNews ? ` ${t('news')}` : '';
  if (state === 'draft') return t('draft') + (isDirty ? news : '');
  if (state === 'live') return t('live', { at: moment(live?.publishedAt) }) + news;
  return (why ?? t('paused', { at: moment(pausedAt) })) + news;
}

/** How a rule stands, what that means, and what can be done about it. */
export function RuleBar(props: Props) {
  const t = useTranslations('settings.rules');
  const { rule, acts, hasNews, isDirty, isReadOnly } = props;
  const [isPausing, { open, close }] = useDisclosure();
  const error = acts.refused ?? acts.notResumed;
  const isNew = rule.state === 'draft';
  return (
    <div className={classes.bar}>
      <div className={classes.standing} role="status">
        <RuleState rule={rule} />
        <Text size="sm" c="var(--rapport-quiet)">
          {useMeaning(props)}
        </Text>
      </div>
      {!isReadOnly && (
        <Group gap="xs">
          {rule.state === 'paused' && (
            <Button
              variant="default"
              leftSection={<IconPlayerPlay size={16} aria-hidden />}
              loading={acts.isResuming}
              onClick={acts.resume}
            >
              {t('resume')}
            </Button>
          )}
          {rule.state === 'live' && (
            <Button variant="default" leftSection={<IconPlayerPause size={16} aria-hidden />} onClick={open}>
              {t('pause')}
            </Button>
          )}
          {(isNew || hasNews || isDirty) && (
            <Button
              leftSection={<IconSend size={16} aria-hidden />}
              disabled={isDirty}
              loading={acts.isPublishing}
              onClick={acts.publish}
            >
              {t(isNew ? 'publish' : 'publishNews')}
            </Button>
          )}
        </Group>
      )}
      {error && (
        <div className={classes.wide}>
          <RuleRefusal error={error} />
        </div>
      )}
      <DangerDialog
        title={t('pauseTitle', { name: rule.name })}
        action={t('pause')}
        why={t('pauseWhy')}
        run={() => acts.pause()}
        opened={isPausing}
        onClose={close}
      />
    </div>
  );
}
