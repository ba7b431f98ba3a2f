import { Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useListedKeys } from '../../../parts/shortcuts.ts';
import { BeginCards } from './begin-cards.tsx';
import { BuildContext } from './build-context.ts';
import type { Definition } from './definition.ts';
import type { Faults } from './faults.ts';
import classes from './rules.module.css';
import type { Say } from './say.ts';
import { Draggable } from './step-drag.tsx';
import { StepList } from './step-list.tsx';
import { kindOfTrigger } from './triggers.ts';
import { useBuilder } from './use-builder.ts';

type Props = {
  definition: Definition;
  onChange: (definition: Definition) => void;
  say: Say;
  faults: Faults;
  isReadOnly: boolean;
};

/** A rule as a list that is read from above: when it begins, of which records, and what follows. */
export function Builder({ definition, onChange, say, faults, isReadOnly }: Props) {
  const t = useTranslations('settings.rules');
  const kind = kindOfTrigger(definition.trigger, say.names.segment);
  const { build, said } = useBuilder({ definition, onChange, say, kind, faults, isReadOnly });
  useListedKeys(
    isReadOnly
      ? []
      : [
          { keys: 'alt + ArrowUp', label: t('moveUp') },
          { keys: 'alt + ArrowDown', label: t('moveDown') },
        ],
  );
  return (
    <BuildContext value={build}>
      <section className={classes.builder} aria-label={t('steps')}>
        <BeginCards definition={definition} onChange={onChange} />
        <Draggable>
          <StepList steps={definition.steps} list={undefined} depth={1} label={t('steps')} />
        </Draggable>
        {definition.steps.length === 0 && (
          <Text size="sm" c="var(--rapport-quiet)">
            {t('noSteps')}
          </Text>
        )}
      </section>
      <div className="heard" aria-live="polite">
        {said}
      </div>
    </BuildContext>
  );
}
