import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { Key } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { useRoleName } from '../../../api/roles.ts';
import { useMay } from '../../../app/me.ts';
import { useFormats } from '../../../parts/format.ts';
import { Person } from '../../../parts/person.tsx';
import { Status } from '../../../parts/status.tsx';
import { useToast } from '../../../parts/toast.tsx';
import { DangerDialog } from '../parts/danger.tsx';
import { type Column, RowName, SettingsTable } from '../parts/table.tsx';
import { useListed } from '../parts/use-listed.ts';
import { useOpened } from '../parts/use-opened.ts';

type State = 'works' | 'revoked' | 'expired';
const stateOf = ({ revokedAt, expiresAt }: Key): State =>
  revokedAt ? 'revoked' : Date.parse(expiresAt) < Date.now() ? 'expired' : 'works';

/** The keys that work before those that have ended, each with who made it and when it was used. */
export function KeysTable({ keys }: { keys: Key[] }) {
  const t = useTranslations('settings.keys');
  const { ago, moment } = useFormats();
  const roleName = useRoleName();
  const mayWrite = useMay()('keys:write');
  const revoked = useOpened<Key>();
  const columns: Column<Key>[] = [
    {
      key: 'name',
      label: t('name'),
      cell: (key) => (
        <RowName
          below={`rpk_…${key.lastFour} · ${key.roles.map(roleName).join(', ')}${key.scopes ? ` · ${t('scoped', { count: key.scopes.length })}` : ''}`}
          narrow={key.lastUsedAt ? t('used', { ago: ago(key.lastUsedAt) }) : t('neverUsed')}
        >
          {key.name}
        </RowName>
      ),
    },
    { key: 'by', label: t('by'), isWide: true, cell: ({ userId }) => <Person id={userId} withName /> },
    {
      key: 'used',
      label: t('lastUsed'),
      isWide: true,
      cell: ({ lastUsedAt }) => (lastUsedAt ? ago(lastUsedAt) : t('neverUsed')),
    },
    { key: 'expires', label: t('expires'), isWide: true, cell: ({ expiresAt }) => moment(expiresAt) },
    { key: 'state', label: t('state'), cell: (key) => <KeyState state={stateOf(key)} /> },
  ];
  const works = (key: Key) => stateOf(key) === 'works';
  const rows = [...keys.filter(works), ...keys.filter((key) => !works(key))];
  const actions = (key: Key) =>
    works(key) && (
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => revoked.open(key)}
        aria-label={t('revokeKey', { name: key.name })}
      >
        {t('revoke')}
      </Button>
    );
  return (
    <>
      <SettingsTable
        label={t('title')}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        {...(mayWrite && { actions })}
      />
      {revoked.shown && <Revoke keyToEnd={revoked.shown} opened={revoked.isOpen} onClose={revoked.close} />}
    </>
  );
}

const tones = { works: 'good', revoked: 'off', expired: 'off' } as const;
function KeyState({ state }: { state: State }) {
  const t = useTranslations('settings.keys.is');
  return <Status tone={tones[state]}>{t(state)}</Status>;
}

function Revoke({ keyToEnd: key, opened, onClose }: { keyToEnd: Key; opened: boolean; onClose: () => void }) {
  const t = useTranslations('settings.keys');
  const keys = useListed<Key>(['keys']);
  const toast = useToast();
  return (
    <DangerDialog
      title={t('revokeTitle', { name: key.name })}
      action={t('revoke')}
      why={t('revokeWhy')}
      run={() => api().revokeKey({ path: { keyId: key.id } })}
      done={() => {
        keys.put({ ...key, revokedAt: new Date().toISOString() });
        toast.done({ message: t('revoked', { name: key.name }) });
      }}
      opened={opened}
      onClose={onClose}
    />
  );
}
