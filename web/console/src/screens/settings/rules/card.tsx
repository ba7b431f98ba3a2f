import { Button, Text, UnstyledButton } from '@mantine/core';
import { type Icon, IconPencil } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useBuild } from './build-context.ts';
import classes from './rules.module.css';

type Props = {
  /** By which it is opened, and its faults are found. */
  id: string;
  icon: Icon;
  /** By which it is dragged. */
  handle?: ReactNode;
  sentence: string;
  /** What can be done with it, beside editing it. */
  acts?: ReactNode;
  /** Nothing where there is nothing to edit. */
  editor?: ReactNode;
  onKeyDown?: (event: KeyboardEvent) => void;
};

/** A line of a rule: its sentence, what is wrong with it, and, where it is open, what can be changed of it. */
export function Card({ id, icon: Glyph, handle, sentence, acts, editor, onKeyDown }: Props) {
  const t = useTranslations('settings.rules');
  const { open, setOpen, faults, isReadOnly } = useBuild();
  const isOpen = open === id && !isReadOnly && editor !== undefined;
  const wrong = faults.get(id);
  const canOpen = !isReadOnly && editor !== undefined;
  return (
    <div
      className={classes.card}
      data-step={id}
      data-open={isOpen || undefined}
      data-bad={wrong ? true : undefined}
    >
      <div className={classes.line}>
        {!isReadOnly && handle}
        <Glyph size={18} stroke={1.75} className={classes.icon} aria-hidden />
        {canOpen ? (
          <UnstyledButton
            className={classes.sentence}
            data-sentence
            aria-expanded={isOpen}
            onClick={() => setOpen(isOpen ? undefined : id)}
            onKeyDown={onKeyDown}
          >
            {sentence}
            <IconPencil size={14} className={classes.pencil} aria-hidden />
          </UnstyledButton>
        ) : (
          <span className={classes.sentence} data-sentence tabIndex={-1}>
            {sentence}
          </span>
        )}
        {!isReadOnly && acts}
      </div>
      {wrong?.map((words) => (
        <Text key={words} className={classes.fault} size="sm" role="alert">
          {words}
        </Text>
      ))}
      {isOpen && (
        <div className={classes.editor} data-editor>
          {editor}
          <Button variant="light" className={classes.close ?? ''} onClick={() => setOpen(undefined)}>
            {t('ready')}
          </Button>
        </div>
      )}
    </div>
  );
}
