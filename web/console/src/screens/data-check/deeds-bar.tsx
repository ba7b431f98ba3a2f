import { Button, CloseButton, Text } from '@mantine/core';
import { IconCalendar, IconPencil, IconTrash, IconUser, IconWand } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { CheckName, Deed, SuggestingCheck } from './checks.ts';
import classes from './data-check.module.css';

const icons = {
  suggestion: IconWand,
  assign: IconUser,
  date: IconCalendar,
  fill: IconPencil,
  trash: IconTrash,
};

/** What a deed is called; of a suggestion, what it does. */
export function useDeedName(check: CheckName) {
  const t = useTranslations('dataCheck');
  return (deed: Deed) => (deed === 'suggestion' ? t(`suggestion.${check as SuggestingCheck}`) : t(deed));
}

type Props = {
  check: CheckName;
  count: number;
  offered: readonly Deed[];
  isPossible: (deed: Deed) => boolean;
  isBusy: boolean;
  choose: (deed: Deed) => void;
  clear: () => void;
};

/** What can be done with the selected records. */
export function DeedsBar({ check, count, offered, isPossible, isBusy, choose, clear }: Props) {
  const t = useTranslations('dataCheck');
  const nameOf = useDeedName(check);
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('deeds')}>
      <Text className={classes.count ?? ''} aria-live="polite">
        {t('selected', { count })}
      </Text>
      {offered.map((deed, at) => {
        const Icon = icons[deed];
        return (
          <Button
            key={deed}
            variant={at === 0 ? 'filled' : 'default'}
            {...(deed === 'trash' && { variant: 'subtle', color: 'red' })}
            leftSection={<Icon size={18} aria-hidden />}
            disabled={!isPossible(deed)}
            loading={isBusy && at === 0}
            onClick={() => choose(deed)}
          >
            {nameOf(deed)}
          </Button>
        );
      })}
      <CloseButton aria-label={t('unselect')} size="lg" onClick={clear} className={classes.close ?? ''} />
    </div>
  );
}
