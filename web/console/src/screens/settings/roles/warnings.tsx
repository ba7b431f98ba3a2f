import { Alert, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { RolePolicy } from '../../../../../client/src/index.ts';
import { type Warning, warningsOf } from './policy.ts';

const words = {
  'roles:write': 'roles',
  'users:write': 'users',
  'teams:write': 'teams',
  'keys:write': 'keys',
  'webhooks:write': 'webhooks',
  'erasures:write': 'erasures',
  'audit:read': 'audit',
  export: 'export',
  delete: 'delete',
  closed: 'closed',
} as const satisfies Record<Warning, string>;

/** What the role opens that is worth a second look before somebody is given it. */
export function Warnings({ policy }: { policy: RolePolicy }) {
  const t = useTranslations('settings.roles');
  const found = warningsOf(policy);
  return (
    <div aria-live="polite">
      {found.length > 0 && (
        <Alert
          variant="light"
          color="yellow"
          icon={<IconAlertTriangle size={18} aria-hidden />}
          title={t('opens')}
        >
          <List size="md" spacing={2}>
            {found.map((warning) => (
              <List.Item key={warning}>{t(`warnings.${words[warning]}`)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </div>
  );
}
