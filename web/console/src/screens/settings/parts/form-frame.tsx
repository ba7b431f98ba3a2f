import { Button, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { RapportError } from '../../../../../client/src/index.ts';
import classes from './form-frame.module.css';
import { LeaveGuard } from './leave-guard.tsx';
import { Refusal, useRefusalText } from './refusal.tsx';
import { useDirtySide, useSide } from './side-context.ts';
import { Theirs } from './theirs.tsx';
import type { FormState } from './use-form.ts';

type Props = {
  form: FormState;
  /** What the button that sends it says. */
  submit: string;
  /** What fields are called, where others have changed the same. */
  labels?: Record<string, string>;
  /** Where nothing may be changed there is nothing to send. */
  isReadOnly?: boolean;
  /** Whether it may be sent as it is. */
  canSend?: boolean;
  children: ReactNode;
};

/** A form in a drawer: its fields, what was refused, what others have changed, and the way to send it. */
export function FormFrame({ form, submit, labels = {}, isReadOnly, canSend = true, children }: Props) {
  const common = useTranslations('common');
  const { close } = useSide();
  useDirtySide(form.isUnsaved);
  const send = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (canSend && !form.isSending) form.submit();
  };
  return (
    <form onSubmit={send} noValidate>
      <LeaveGuard isDirty={form.isUnsaved} />
      <Stack gap="md">
        {children}
        <Theirs form={form} labels={labels} />
        <Refused form={form} />
        {!isReadOnly && (
          <Group justify="flex-end" gap="xs" className={classes.foot}>
            <Button variant="default" onClick={close}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={form.isSending} disabled={!canSend}>
              {submit}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

/** Why it was not taken. What the API says of a field stands at the field. */
export function Refused({ form: { error, values } }: { form: FormState }) {
  const t = useTranslations('settings.form');
  const textOf = useRefusalText();
  if (!error) return null;
  const faults = error instanceof RapportError ? error.errors : [];
  const isAtFields = (pointer: string) => Object.hasOwn(values, pointer.split('/')[1] ?? '');
  const areMarked = faults.length > 0 && faults.every(({ pointer }) => isAtFields(pointer));
  return <Refusal>{areMarked ? t('check') : textOf(error)}</Refusal>;
}
