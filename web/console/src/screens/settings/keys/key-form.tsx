import { MultiSelect, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CreateKeyResponse, Key, Permission } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { useMay, useMe } from '../../../app/me.ts';
import { FormFrame } from '../parts/form-frame.tsx';
import { RolePicker } from '../parts/role-picker.tsx';
import { useForm } from '../parts/use-form.ts';
import { useListed } from '../parts/use-listed.ts';
import { bodyOf, lives, newKey, permissions, reachesOfKey, type Values } from './key-values.ts';

/** A new key: what it is for, what it may at most, and until when. */
export function KeyForm({ done }: { done: (key: CreateKeyResponse) => void }) {
  const t = useTranslations('settings.keys');
  const keys = useListed<Key>(['keys']);
  const me = useMe();
  const may = useMay();
  const [now] = useState(() => Date.now());
  const form = useForm<Values, CreateKeyResponse>({
    saved: { values: newKey(me.roles) },
    write: ({ values, options }) => api().createKey({ body: bodyOf(values, now) }, options),
    done: (answer) => {
      const { key: _, keyShown: __, ...made } = answer; // it is shown once, and kept nowhere
      keys.put(made);
      done(answer);
    },
  });
  const { values, set, faultOf } = form;
  const isWhole = values.may !== 'chosen' || values.scopes.length > 0;
  return (
    <FormFrame
      form={form}
      submit={t('make')}
      canSend={values.name.trim() !== '' && values.roles.length > 0 && isWhole}
    >
      <TextInput
        label={t('name')}
        description={t('nameWhy')}
        value={values.name}
        onChange={({ currentTarget }) => set('name', currentTarget.value)}
        error={faultOf('name')}
        data-autofocus
      />
      <RolePicker
        label={t('roles')}
        description={t('rolesWhy')}
        value={values.roles}
        onChange={(roles) => set('roles', roles)}
        error={faultOf('roles')}
        only={may('roles:write') ? undefined : me.roles}
      />
      <Radio.Group
        label={t('may')}
        value={values.may}
        onChange={(value) => set('may', value as Values['may'])}
        error={faultOf('scopes')}
      >
        <Stack gap="xs" mt="xs">
          {reachesOfKey.map((value) => (
            <Radio key={value} value={value} label={t(`mays.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {values.may === 'chosen' && (
        <MultiSelect
          label={t('scopes')}
          data={permissions}
          value={values.scopes}
          onChange={(scopes) => set('scopes', scopes as Permission[])}
          searchable
          hidePickedOptions
        />
      )}
      <Select
        label={t('days')}
        description={t('daysWhy')}
        data={lives.map((value) => ({ value, label: t('life', { count: Number(value) }) }))}
        value={values.days}
        onChange={(value) => value && set('days', value)}
        allowDeselect={false}
        error={faultOf('days')}
      />
    </FormFrame>
  );
}
