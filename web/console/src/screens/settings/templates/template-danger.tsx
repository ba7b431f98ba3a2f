import { List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Template } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { useMay } from '../../../app/me.ts';
import { formsQuery, mailboxesQuery, templatesQuery } from '../forms/queries.ts';
import { DeleteZone } from '../parts/danger.tsx';
import { useListed } from '../parts/use-listed.ts';
import { rulesQuery } from '../rules/queries.ts';
import { namedBy } from './template-values.ts';

/** Deletes a template, once it was said what sends it. */
export function TemplateDanger({ template: { id, name }, done }: { template: Template; done: () => void }) {
  const t = useTranslations('settings.templates');
  const may = useMay();
  const listed = useListed<Template>(templatesQuery.queryKey);
  const forms = useQuery({ ...formsQuery, enabled: may('forms:read') });
  const mailboxes = useQuery({ ...mailboxesQuery, enabled: may('mail:read') });
  const rules = useQuery({ ...rulesQuery, enabled: may('rules:read') });
  const users = namedBy(id, {
    forms: forms.data ?? [],
    mailboxes: mailboxes.data ?? [],
    rules: rules.data ?? [],
  });
  const why = (
    <Stack gap="xs">
      {users.length > 0 && (
        <>
          <Text>{t('deleteUsed')}</Text>
          <List>
            {users.map((one) => (
              <List.Item key={one.id}>{t(`usedBy.${one.kind}`, { name: one.name })}</List.Item>
            ))}
          </List>
        </>
      )}
      <Text>{t('deleteMore')}</Text>
    </Stack>
  );
  return (
    <DeleteZone
      zone={t('danger')}
      about={users.length > 0 ? t('deleteNamed', { count: users.length }) : t('deleteFree')}
      title={t('deleteTitle', { name })}
      why={why}
      run={() => api().deleteTemplate({ path: { templateId: id } })}
      done={() => {
        done();
        listed.remove(id);
      }}
    />
  );
}
