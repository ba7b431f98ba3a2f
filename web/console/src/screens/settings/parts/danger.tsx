import { Button, Group, Modal, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import classes from './danger.module.css';
import { Refusal, useRefusalText } from './refusal.tsx';
import { useOverSide } from './side-context.ts';

type Question = {
  /** What is asked, and what the button that does it says. */
  title: string;
  action: string;
  /** What follows from it. */
  why: ReactNode;
  /** What has to be typed before it is done; where left out nothing has. */
  typed?: string | undefined;
  run: () => Promise<unknown>;
  done?: (() => void) | undefined;
};
type DialogProps = Question & { opened: boolean; onClose: () => void };

/** Asks before something is done that is not easily undone. */
export function DangerDialog({ title, action, why, typed, run, done, opened, onClose }: DialogProps) {
  useOverSide(opened);
  const t = useTranslations('settings.form');
  const common = useTranslations('common');
  const textOf = useRefusalText();
  const [word, setWord] = useState('');
  const doing = useMutation({
    mutationFn: run,
    onSuccess: () => {
      close();
      done?.();
    },
  });
  const close = () => {
    setWord('');
    doing.reset();
    onClose();
  };
  const isReady = typed === undefined || word.trim() === typed.trim();
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      zIndex={300}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (isReady) doing.mutate();
        }}
      >
        <Stack gap="md">
          <div>{why}</div>
          {typed !== undefined && (
            <TextInput
              label={t.rich('typeTo', { word: () => <b>{typed}</b> })}
              value={word}
              onChange={({ currentTarget }) => setWord(currentTarget.value)}
              autoComplete="off"
              data-autofocus
            />
          )}
          {doing.error && <Refusal>{textOf(doing.error)}</Refusal>}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {common('cancel')}
            </Button>
            <Button type="submit" color="red.8" disabled={!isReady} loading={doing.isPending}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** A line of the danger zone: what it does in a sentence, and the button that asks. */
export function Danger({ about, ...question }: Question & { about: ReactNode }) {
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <div className={classes.line}>
      <Text c="var(--rapport-quiet)">{about}</Text>
      <Button variant="default" className={classes.button} onClick={open}>
        {question.action}
      </Button>
      <DangerDialog {...question} opened={isOpen} onClose={close} />
    </div>
  );
}

type Deleting = {
  zone: string;
  about: ReactNode;
  title: string;
  why: ReactNode;
  run: Question['run'];
  done: () => void;
};
/** Where the only thing that can be done to it is to delete it. */
export function DeleteZone({ zone, ...question }: Deleting) {
  const common = useTranslations('common');
  return (
    <DangerZone title={zone}>
      <Danger {...question} action={common('delete')} />
    </DangerZone>
  );
}

/** What is done to the thing itself, apart from its fields. */
export function DangerZone({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.zone}>
      <Title order={3}>{title}</Title>
      {children}
    </section>
  );
}
