import { ActionIcon, Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { ListedKind } from '../../api/kinds.ts';
import { useMay } from '../../app/me.ts';
import { useIsPhone } from '../../parts/use-is-phone.ts';

const importable: readonly ListedKind[] = ['contact', 'company', 'deal', 'product', 'order'];

/** The way to bring records of a kind from a file, for who may. */
export function ImportLink({ kind }: { kind: ListedKind }) {
  const t = useTranslations('lists');
  const may = useMay();
  const isPhone = useIsPhone();
  if (!importable.includes(kind) || !may('imports:write')) return null;
  const link = (props: object) => <Link {...props} to="/imports/new" search={{ kind }} />;
  if (isPhone)
    return (
      <ActionIcon renderRoot={link} variant="default" size={44} aria-label={t('import')}>
        <IconUpload size={18} aria-hidden />
      </ActionIcon>
    );
  return (
    <Button renderRoot={link} variant="default" leftSection={<IconUpload size={16} aria-hidden />}>
      {t('import')}
    </Button>
  );
}
