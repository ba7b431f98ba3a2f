import { Button, Group, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import classes from './imports.module.css';
import { repairOf } from './repairs.ts';
import { useRepairs } from './repairs-context.ts';

type Of = { field: string; from: string };

function Form({ of, close }: { of: Of; close: () => void }) {
  const t = useTranslations('imports.check');
  const common = useTranslations('common');
  const { all, put } = useRepairs();
  const [to, setTo] = useState(repairOf(all, of)?.to ?? of.from);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        put({ ...of, to: to.trim() });
        close();
      }}
    >
      <Group align="end" gap="xs" mt={4}>
        <TextInput
          label={t('instead', { from: of.from })}
          description={t('leaveEmpty')}
          inputWrapperOrder={['label', 'input', 'description']}
          maxLength={500}
          w={320}
          maw="100%"
          value={to}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
          onKeyDown={({ key }) => key === 'Escape' && close()}
          data-autofocus
          autoFocus
        />
        <Group gap="xs" mb={22}>
          <Button type="submit" disabled={to.trim() === of.from}>
            {t('keep')}
          </Button>
          <Button variant="default" onClick={close}>
            {common('cancel')}
          </Button>
        </Group>
      </Group>
    </form>
  );
}

/** A value that could not be read, to be put right in all rows that say the same. */
export function RepairValue({ field, from }: Of) {
  const t = useTranslations('imports.check');
  const { all, mayWrite } = useRepairs();
  const [isOpen, { open, close }] = useDisclosure();
  const to = repairOf(all, { field, from })?.to;
  if (isOpen) return <Form of={{ field, from }} close={close} />;
  return (
    <>
      {to !== undefined && <b className={classes.repaired}>{t('meant', { from, to: to || t('empty') })}</b>}
      {mayWrite && (
        <Button
          variant="default"
          size="compact-sm"
          className={classes.small}
          aria-label={t('repairOf', { from })}
          onClick={open}
        >
          {t('repair')}
        </Button>
      )}
    </>
  );
}
