import { Button, Group, Select, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { keysOfKind } from '../../../../../shared/imports/mapping/fields/fields-of-kind.ts';
import type { CheckImport } from '../../../../client/src/index.ts';
import { useFieldWords } from './field-words.ts';
import classes from './imports.module.css';
import { useImportRights } from './kinds.ts';
import type { StepProps } from './step-props.ts';
import { howOf } from './use-import-acts.ts';

type Mode = NonNullable<CheckImport['mode']>;
const modes = ['create', 'update', 'upsert'] as const satisfies readonly Mode[];
const anyKey = 'any';

function Choices({
  one,
  how,
  change,
}: Pick<StepProps, 'one'> & { how: CheckImport; change: (how: CheckImport) => void }) {
  const t = useTranslations('imports.how');
  const { nameOf } = useFieldWords(one.kind);
  const { mayChange } = useImportRights(one.kind);
  const mapped = new Set(one.mapping?.map(({ field }) => field));
  const keys = keysOfKind[one.kind].filter((key) => mapped.has(key) || key === how.matchBy);
  const { matchBy: _, ...any } = how;
  return (
    <Group align="end" gap="sm">
      <Select
        label={t('mode')}
        w={{ base: '100%', sm: 360 }}
        allowDeselect={false}
        data={modes.map((mode) => ({
          value: mode,
          label: t(`modes.${mode}`),
          disabled: mode !== 'create' && !mayChange,
        }))}
        value={how.mode ?? 'create'}
        onChange={(mode) => change({ ...how, mode: (mode ?? 'create') as Mode })}
      />
      {keys.length > 1 && (
        <Select
          label={t('matchBy')}
          w={{ base: '100%', sm: 220 }}
          allowDeselect={false}
          data={[
            { value: anyKey, label: t('anyKey') },
            ...keys.map((key) => ({ value: key, label: nameOf(key) })),
          ]}
          value={how.matchBy ?? anyKey}
          onChange={(key) => change(key && key !== anyKey ? { ...any, matchBy: key } : any)}
        />
      )}
    </Group>
  );
}

const isSame = (one: CheckImport, other: CheckImport) =>
  one.mode === other.mode && one.matchBy === other.matchBy;

/** What is made of rows whose record is there already, and the button that has all rows checked. */
export function CheckHow({ one, acts, isReady }: StepProps & { isReady: boolean }) {
  const t = useTranslations('imports.how');
  const navigate = useNavigate();
  const [how, change] = useState(() => howOf(one));
  const check = () => {
    acts.check(how);
    void navigate({ to: '/imports/$importId', params: { importId: one.id }, search: {}, replace: true });
  };
  return (
    <section className={classes.card}>
      <Title order={2}>{t('title')}</Title>
      <Choices one={one} how={how} change={change} />
      <div className={classes.line}>
        <Text className={classes.quiet}>{t('notYet')}</Text>
        <Button onClick={check} disabled={!isReady} loading={acts.isBusy}>
          {t('check')}
        </Button>
      </div>
    </section>
  );
}

/** The same beside the result of a check, which another choice makes old. */
export function CheckHowAgain({ one, acts }: StepProps) {
  const t = useTranslations('imports.how');
  const [how, change] = useState(() => howOf(one));
  return (
    <Group align="end" gap="sm">
      <Choices one={one} how={how} change={change} />
      {!isSame(how, howOf(one)) && (
        <Button variant="default" onClick={() => acts.check(how)} loading={acts.isBusy}>
          {t('again')}
        </Button>
      )}
    </Group>
  );
}
