import { Alert, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Role, RolePolicy } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { rolesQuery } from '../../../api/roles.ts';
import { useMay } from '../../../app/me.ts';
import { useToast } from '../../../parts/toast.tsx';
import { Danger, DangerZone } from '../parts/danger.tsx';
import type { Saved } from '../parts/draft.ts';
import { PageForm } from '../parts/page-form.tsx';
import { useForm } from '../parts/use-form.ts';
import { useListed } from '../parts/use-listed.ts';
import { patchOfFields } from './field-patch.ts';
import { FieldRules } from './field-rules.tsx';
import { ReachMatrix } from './reach-matrix.tsx';
import { SettingLevels } from './setting-levels.tsx';
import { Warnings } from './warnings.tsx';

type Values = { name: string; description: string } & RolePolicy;
const savedOf = ({ version, name, description = '', policy }: Role): Saved<Values> => ({
  version,
  values: { name, description, ...policy },
});

function useRoleForm(role: Role) {
  const t = useTranslations('settings.roles');
  const roles = useListed<Role>(rolesQuery.queryKey);
  const toast = useToast();
  const path = { roleId: role.id };
  const form = useForm<Values, Role>({
    saved: savedOf(role),
    write: ({ changes: { name, description, records, fields, settings }, options }) => {
      const body = {
        ...(name !== undefined && { name }),
        ...(description !== undefined && { description: description.trim() || null }),
        policy: {
          ...(records && { records }),
          ...(fields && { fields: patchOfFields(role.policy.fields, fields) }),
          ...(settings && { settings }),
        },
      };
      return api().patchRole({ path, body }, options);
    },
    read: async () => savedOf(await api().getRole({ path })),
    done: (saved) => {
      form.reset(savedOf(saved));
      roles.put(saved);
      toast.done({ message: t('saved', { name: saved.name }) });
    },
  });
  return form;
}

/** What a role allows; one's own are changed here, a built-in one is only read. */
export function RolePage({ role }: { role: Role }) {
  const t = useTranslations('settings.roles');
  const may = useMay();
  const isReadOnly = role.builtIn || !may('roles:write');
  const form = useRoleForm(role);
  const { values, set, faultOf } = form;
  const labels = {
    name: t('name'),
    description: t('description'),
    records: t('records'),
    fields: t('fields'),
    settings: t('settings'),
  };
  return (
    <>
      <PageForm form={form} labels={labels}>
        {role.builtIn ? (
          <Alert variant="light" icon={<IconInfoCircle size={18} aria-hidden />}>
            <Text>{t('builtInWhy')}</Text>
          </Alert>
        ) : (
          <Stack gap="md" maw={480}>
            <TextInput
              label={t('name')}
              value={values.name}
              onChange={({ currentTarget }) => set('name', currentTarget.value)}
              error={faultOf('name')}
              disabled={isReadOnly}
            />
            <Textarea
              label={t('description')}
              value={values.description}
              onChange={({ currentTarget }) => set('description', currentTarget.value)}
              error={faultOf('description')}
              autosize
              disabled={isReadOnly}
            />
          </Stack>
        )}
        <Warnings policy={values} />
        <ReachMatrix
          records={values.records}
          onChange={(records) => set('records', records)}
          isReadOnly={isReadOnly}
        />
        <FieldRules
          fields={values.fields}
          onChange={(fields) => set('fields', fields)}
          isReadOnly={isReadOnly}
        />
        <SettingLevels
          settings={values.settings}
          onChange={(settings) => set('settings', settings)}
          isReadOnly={isReadOnly}
        />
      </PageForm>
      {!isReadOnly && <RoleDanger role={role} />}
    </>
  );
}

function RoleDanger({ role }: { role: Role }) {
  const t = useTranslations('settings.roles');
  const common = useTranslations('common');
  const roles = useListed<Role>(rolesQuery.queryKey);
  const navigate = useNavigate();
  return (
    <DangerZone title={t('danger')}>
      <Danger
        about={t('deleteWhy')}
        title={t('deleteTitle', { name: role.name })}
        action={common('delete')}
        why={t('deleteMore')}
        run={() => api().deleteRole({ path: { roleId: role.id } })}
        done={async () => {
          await navigate({ to: '/settings/$part', params: { part: 'roles' }, search: {} });
          roles.remove(role.id);
        }}
      />
    </DangerZone>
  );
}
