import { useTranslations } from 'use-intl';
import { useUsers } from '../../api/people.ts';

/** Who did something: a person by their name, a part of Rapport by what it is. */
export function useActorName() {
  const t = useTranslations('record.actors');
  const users = useUsers();
  return ({ kind, id }: { kind: string; id: string }): string => {
    if (kind === 'user') return users.find((user) => user.id === id)?.name ?? t('somebody');
    return t.has(kind as 'form') ? t(kind as 'form') : t('system');
  };
}
