import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Role } from '../../../client/src/index.ts';
import { useMay } from '../app/me.ts';
import { api } from './client.ts';

const minuteMs = 60_000;
/** The built-in roles, then the workspace's own: at most 56. */
export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: async () => (await api().listRoles()).items,
  staleTime: 5 * minuteMs,
});

const builtInRoles = ['admin', 'manager', 'rep', 'support', 'marketing', 'readonly'] as const;
type BuiltIn = (typeof builtInRoles)[number];
const isBuiltIn = (id: string): id is BuiltIn => (builtInRoles as readonly string[]).includes(id);

/** What a role is called: a built-in one in the reader's language, one's own as it was named. */
export function useRoleName() {
  const t = useTranslations('roles.builtIn');
  const may = useMay();
  const { data = [] } = useQuery({ ...rolesQuery, enabled: may('roles:read') });
  return (id: string) =>
    isBuiltIn(id) ? t(`${id}.name`) : (data.find((role) => role.id === id)?.name ?? id);
}

/** The roles that can be given, with what each is for. Who may not read roles knows of the built-in ones. */
export function useRoleChoices(): { id: string; name: string; about: string | undefined }[] {
  const t = useTranslations('roles.builtIn');
  const may = useMay();
  const { data } = useQuery({ ...rolesQuery, enabled: may('roles:read') });
  const roles: Pick<Role, 'id' | 'name' | 'description'>[] =
    data ?? builtInRoles.map((id) => ({ id, name: id }));
  return roles.map(({ id, name, description }) =>
    isBuiltIn(id) ? { id, name: t(`${id}.name`), about: t(`${id}.about`) } : { id, name, about: description },
  );
}
