import { Button, Switch, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Import } from '../../../../client/src/index.ts';
import classes from './imports.module.css';
import { planOf } from './plan.ts';
import type { StepProps } from './step-props.ts';

/** What will happen, in a sentence. */
function usePlanText() {
  const t = useTranslations('imports.run');
  const format = useFormatter();
  return (mode: Import['mode'], check: NonNullable<Import['check']>): string => {
    const plan = planOf(mode, check);
    const parts = (['made', 'changed', 'repeats', 'left'] as const)
      .filter((name) => plan[name] > 0)
      .map((name) => t(`parts.${name}`, { count: plan[name] }));
    const isNothing = plan.made + plan.changed + plan.repeats === 0;
    return isNothing ? t('nothing') : `${format.list(parts)}. ${t('undoable')}`;
  };
}

/** What a run would do, and the button that starts it. */
export function RunCard({ one, check, acts }: StepProps & { check: NonNullable<Import['check']> }) {
  const t = useTranslations('imports.run');
  const textOf = usePlanText();
  const [tells, setTells] = useState(one.tells ?? false);
  const { made, changed, repeats } = planOf(one.mode, check);
  return (
    <section className={classes.card} aria-labelledby="run">
      <Title order={2} id="run">
        {t('title')}
      </Title>
      <Text>{textOf(one.mode, check)}</Text>
      <div className={classes.line}>
        <Switch
          label={t('tells')}
          description={t('quiet')}
          checked={tells}
          onChange={({ currentTarget }) => setTells(currentTarget.checked)}
        />
        <Button
          disabled={made + changed + repeats === 0}
          loading={acts.isBusy}
          onClick={() => acts.run(tells)}
        >
          {t('start')}
        </Button>
      </div>
    </section>
  );
}
