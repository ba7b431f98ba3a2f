import { Stack, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useMay } from '../../../app/me.ts';
import { FieldInput } from '../../../fields/field-input.tsx';
import { SettingsPart } from '../parts/settings-part.tsx';
import { SideDrawer } from '../parts/side.tsx';
import { ErasureProgress } from './erasure-progress.tsx';
import { Ledger } from './ledger.tsx';
import { PersonPanel } from './person-panel.tsx';

type Search = { contact?: string; erasure?: string };

/** A person's data: handed out, or erased; and the ledger of those who were. */
export function ErasuresPart() {
  const t = useTranslations('settings.erasures');
  const navigate = useNavigate();
  const { contact, erasure } = useSearch({ strict: false }) as Search;
  const may = useMay();
  const go = (search: Search) =>
    void navigate({ to: '/settings/$part', params: { part: 'erasures' }, search, replace: true });
  return (
    <SettingsPart id="erasures">
      <Stack gap="xl">
        {may('contacts:read') && (
          <section>
            <div style={{ maxWidth: 420 }}>
              <FieldInput
                field={{ label: t('whose'), help: t('whoseWhy'), type: 'record', of: 'contact' }}
                value={contact}
                onChange={(id) => go(id ? { contact: String(id) } : {})}
              />
            </div>
            {contact && (
              <PersonPanel key={contact} contactId={contact} onErased={(id) => go({ erasure: id })} />
            )}
          </section>
        )}
        <section>
          <Title order={2} mb="xs">
            {t('ledger')}
          </Title>
          <Ledger onOpen={(id) => go({ erasure: id })} />
        </section>
      </Stack>
      <SideDrawer title={t('progressTitle')} opened={erasure !== undefined} onClose={() => go({})}>
        {erasure && <ErasureProgress erasureId={erasure} />}
      </SideDrawer>
    </SettingsPart>
  );
}
