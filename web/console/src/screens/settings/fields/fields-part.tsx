import { Button } from '@mantine/core';
import { IconForms, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Field } from '../../../../../client/src/index.ts';
import { fieldsQuery } from '../../../api/workspace.ts';
import { useMay } from '../../../app/me.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { SettingsPart } from '../parts/settings-part.tsx';
import { SideDrawer } from '../parts/side.tsx';
import { useOpened } from '../parts/use-opened.ts';
import { FieldForm } from './field-form.tsx';
import { FieldsList } from './fields-list.tsx';

/** The workspace's own fields, by the kind of record that has them. */
export function FieldsPart() {
  const t = useTranslations('settings.fields');
  const may = useMay();
  const fields = useQuery(fieldsQuery);
  const one = useOpened<Field | undefined>();
  const shown = fields.data?.find(({ id }) => id === one.shown?.id) ?? one.shown;
  const add = may('fields:write') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => one.open(undefined)}>
      {t('add')}
    </Button>
  );
  return (
    <SettingsPart id="fields" actions={add}>
      <Loaded query={fields}>
        {(all) =>
          all.length > 0 ? (
            <FieldsList fields={all} onOpen={one.open} />
          ) : (
            <Empty icon={IconForms} title={t('none')}>
              {t('noneWhy')}
            </Empty>
          )
        }
      </Loaded>
      <SideDrawer title={shown?.label ?? t('add')} opened={one.isOpen} onClose={one.close}>
        <FieldForm key={shown?.id ?? 'new'} field={shown} done={one.close} />
      </SideDrawer>
    </SettingsPart>
  );
}
