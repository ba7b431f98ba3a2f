import { useTranslations } from 'use-intl';
import type { User } from '../../../../../client/src/index.ts';
import { Status } from '../../../parts/status.tsx';

const tones = { active: 'good', invited: 'waiting', deactivated: 'off', removed: 'off' } as const;

export function UserStatus({ status }: { status: User['status'] }) {
  const t = useTranslations('settings.users.is');
  return <Status tone={tones[status]}>{t(status)}</Status>;
}
