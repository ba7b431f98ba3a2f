import { Alert, Button, Group, Text } from '@mantine/core';
import { IconHistory, IconTrash, IconUserOff } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { ListedKind } from '../../api/kinds.ts';
import { useFormats } from '../../parts/format.ts';
import classes from './record.module.css';
import { useRestore } from './trash.ts';

/** That what is shown is not what is: it is in the trash, or of an earlier moment. */
export function Banners({
  kind,
  id,
  asOf,
  isTrashed,
  isErased = false,
}: {
  kind: ListedKind;
  id: string;
  asOf: string | undefined;
  isTrashed: boolean;
  isErased?: boolean;
}) {
  const t = useTranslations('record');
  const { moment } = useFormats();
  const navigate = useNavigate();
  const restore = useRestore(kind, id);
  const toNow = () =>
    void navigate({ to: '.', search: ({ asOf: _, ...others }: Record<string, unknown>) => others });
  if (asOf)
    return (
      <Alert className={classes.banner ?? ''} color="blue" icon={<IconHistory aria-hidden />} role="status">
        <Group justify="space-between">
          <Text>{t('asOfBanner', { at: moment(asOf) })}</Text>
          <Button variant="default" onClick={toNow}>
            {t('toNow')}
          </Button>
        </Group>
      </Alert>
    );
  if (isErased)
    return (
      <Alert className={classes.banner ?? ''} color="gray" icon={<IconUserOff aria-hidden />} role="status">
        {t('erased')}
      </Alert>
    );
  if (!isTrashed) return null;
  return (
    <Alert className={classes.banner ?? ''} color="orange" icon={<IconTrash aria-hidden />} role="status">
      <Group justify="space-between">
        <Text>{t('inTrash')}</Text>
        <Button variant="default" onClick={() => void restore()}>
          {t('restore')}
        </Button>
      </Group>
    </Alert>
  );
}
