import { ActionIcon, Button } from '@mantine/core';
import { IconBolt, IconFilter, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useBuild } from './build-context.ts';
import { Card } from './card.tsx';
import type { Definition } from './definition.ts';
import { ConditionField } from './editors/condition-field.tsx';
import { TriggerEditor } from './editors/trigger-editor.tsx';
import { conditionSentence, triggerSentence } from './rule-sentence.ts';
import classes from './rules.module.css';

type Props = { definition: Definition; onChange: (definition: Definition) => void };

/** When a rule begins, and of which records. */
export function BeginCards({ definition, onChange }: Props) {
  const t = useTranslations('settings.rules');
  const { say, kind, isReadOnly, setOpen } = useBuild();
  const { trigger, condition } = definition;
  const { condition: _, ...always } = definition;
  const canAsk = kind !== 'activity' && condition === undefined && !isReadOnly;
  const ask = () => {
    onChange({ ...definition, condition: {} });
    setOpen('condition');
  };
  return (
    <>
      <Card
        id="trigger"
        icon={IconBolt}
        sentence={triggerSentence(trigger, say)}
        editor={
          <TriggerEditor trigger={trigger} onChange={(next) => onChange({ ...definition, trigger: next })} />
        }
      />
      {condition !== undefined && (
        <Card
          id="condition"
          icon={IconFilter}
          sentence={conditionSentence(definition, say)}
          acts={
            <ActionIcon
              variant="subtle"
              color="gray"
              className={classes.act ?? ''}
              aria-label={t('always')}
              onClick={() => onChange(always)}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          }
          editor={
            <ConditionField
              kind={kind}
              value={condition}
              onChange={(next) => onChange({ ...definition, condition: next })}
            />
          }
        />
      )}
      {canAsk && (
        <Button
          variant="subtle"
          className={classes.ask ?? ''}
          leftSection={<IconFilter size={16} aria-hidden />}
          onClick={ask}
        >
          {t('onlyIf')}
        </Button>
      )}
    </>
  );
}
