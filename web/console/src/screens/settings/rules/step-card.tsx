import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots, IconTrash } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useIsPhone } from '../../../parts/use-is-phone.ts';
import { useBuild } from './build-context.ts';
import { Card } from './card.tsx';
import { deedIcons } from './deed-icons.ts';
import type { Step } from './definition.ts';
import { StepEditor } from './editors/step-editor.tsx';
import { stepSentence } from './rule-sentence.ts';
import classes from './rules.module.css';
import { Dragged } from './step-drag.tsx';

const moves = { ArrowUp: -1, ArrowDown: 1 } as const;

/** A step in its sentence. It is moved by its handle, by its buttons, or by Alt and an arrow. */
export function StepCard({ step }: { step: Step }) {
  const { say, kind, move } = useBuild();
  const isPhone = useIsPhone();
  const sentence = stepSentence(step, kind, say);
  const pressed = (event: KeyboardEvent) => {
    const by = event.altKey ? moves[event.key as 'ArrowUp'] : undefined;
    if (!by) return;
    event.preventDefault();
    move(step.id, by);
  };
  const Acts = isPhone ? ActsMenu : ActsRow;
  return (
    <Dragged id={step.id}>
      {(handle) => (
        <Card
          id={step.id}
          icon={deedIcons[step.do]}
          handle={handle}
          sentence={sentence}
          acts={<Acts step={step} name={sentence} />}
          {...(step.do !== 'stop' && { editor: <StepEditor step={step} /> })}
          onKeyDown={pressed}
        />
      )}
    </Dragged>
  );
}

type ActsProps = { step: Step; name: string };
function ActsRow({ step, name }: ActsProps) {
  const t = useTranslations('settings.rules');
  const { move, canMove, remove } = useBuild();
  const quiet = { variant: 'subtle', color: 'gray', className: classes.act ?? '' } as const;
  return (
    <ActionIcon.Group>
      <ActionIcon
        {...quiet}
        data-move={-1}
        aria-label={t('up', { step: name })}
        disabled={!canMove(step.id, -1)}
        onClick={() => move(step.id, -1)}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        {...quiet}
        data-move={1}
        aria-label={t('down', { step: name })}
        disabled={!canMove(step.id, 1)}
        onClick={() => move(step.id, 1)}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon {...quiet} aria-label={t('remove', { step: name })} onClick={() => remove(step)}>
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </ActionIcon.Group>
  );
}

function ActsMenu({ step, name }: ActsProps) {
  const t = useTranslations('settings.rules');
  const { move, canMove, remove } = useBuild();
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('acts', { step: name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconArrowUp size={16} aria-hidden />}
          disabled={!canMove(step.id, -1)}
          onClick={() => move(step.id, -1)}
        >
          {t('moveUp')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={16} aria-hidden />}
          disabled={!canMove(step.id, 1)}
          onClick={() => move(step.id, 1)}
        >
          {t('moveDown')}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => remove(step)}>
          {t('removeStep')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
