import { TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { User } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { usersQuery } from '../../../api/people.ts';
import { useToast } from '../../../parts/toast.tsx';
import { FormFrame } from '../parts/form-frame.tsx';
import { RolePicker } from '../parts/role-picker.tsx';
import { useForm } from '../parts/use-form.ts';
import { useListed } from '../parts/use-listed.ts';

const nothing = { email: '', name: '', roles: [] as string[] };

/** Lets somebody in by their address. */
export function InviteForm({ done }: { done: () => void }) {
  const t = useTranslations('settings.users');
  const users = useListed<User>(usersQuery.queryKey);
  const toast = useToast();
  const form = useForm<typeof nothing, User>({
    saved: { values: nothing },
    write: ({ values: { email, name, roles }, options }) =>
      api().inviteUser({ body: { email: email.trim(), name: name.trim(), roles } }, options),
    done: (user) => {
      users.put(user);
      const { name, email, status } = user;
      toast.done({ message: status === 'invited' ? t('invited', { email }) : t('wasHere', { name }) });
      done();
    },
  });
  const { email, name, roles } = form.values;
  return (
    <FormFrame
      form={form}
      submit={t('sendInvitation')}
      canSend={email.includes('@') && name.trim() !== '' && roles.length > 0}
    >
      <TextInput
        label={t('email')}
        description={t('emailWhy')}
        type="email"
        value={email}
        onChange={({ currentTarget }) => form.set('email', currentTarget.value)}
        error={form.faultOf('email')}
        data-autofocus
      />
      <TextInput
        label={t('name')}
        value={name}
        onChange={({ currentTarget }) => form.set('name', currentTarget.value)}
        error={form.faultOf('name')}
      />
      <RolePicker
        label={t('roles')}
        description={t('rolesWhy')}
        value={roles}
        onChange={(value) => form.set('roles', value)}
        error={form.faultOf('roles')}
      />
    </FormFrame>
  );
}
