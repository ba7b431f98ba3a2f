import { Button, Group, Stack, Text } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Refused } from './form-frame.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import classes from './page-form.module.css';
import { Theirs } from './theirs.tsx';
import type { FormState } from './use-form.ts';

type Props = {
  form: FormState & { reset: () => void };
  labels?: Record<string, string>;
  /** How values that others have changed are said, where that is not plain. */
  words?: Record<string, (value: unknown) => string>;
  children: ReactNode;
};

const refused = '[aria-invalid="true"], [role="alert"]';
/** A form that is a page: what is changed waits in a bar at its foot, to be saved or given up. */
export function PageForm({ form, labels = {}, words = {}, children }: Props) {
  const t = useTranslations('settings.form');
  const common = useTranslations('common');
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // What was refused is not left behind the bar, or out of sight.
    if (form.error) ref.current?.querySelector(refused)?.scrollIntoView({ block: 'center' });
  }, [form.error]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!form.isSending) form.submit();
  };
  return (
    <form ref={ref} onSubmit={send} noValidate>
      <LeaveGuard isDirty={form.isUnsaved} />
      <Stack gap="md">
        {children}
        <Theirs form={form} labels={labels} words={words} />
        <Refused form={form} />
      </Stack>
      {form.isDirty && (
        <div className={classes.bar}>
          <Text className={classes.word}>{t('unsaved')}</Text>
          <Group gap="xs" wrap="nowrap">
            <Button variant="default" onClick={() => form.reset()}>
              {t('discard')}
            </Button>
            <Button type="submit" loading={form.isSending}>
              {common('save')}
            </Button>
          </Group>
        </div>
      )}
    </form>
  );
}
