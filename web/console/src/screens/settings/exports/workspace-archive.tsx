import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../../../api/client.ts';
import { putExport } from '../../exports/queries.ts';
import { useWatched } from '../../exports/watched.ts';
import { Refusal, useRefusalText } from '../parts/refusal.tsx';
import classes from './exports.module.css';

/** All there is of the workspace as one archive: what is in it, what is not, and what it is good for. */
export function WorkspaceArchive() {
  const t = useTranslations('settings.exports');
  const client = useQueryClient();
  const { watch } = useWatched();
  const textOf = useRefusalText();
  const starting = useMutation({
    mutationFn: () => api().createWorkspaceExport(),
    onSuccess: (one) => {
      putExport(client, one);
      watch(one);
    },
  });
  return (
    <section className={classes.archive}>
      <Title order={2}>{t('archive')}</Title>
      <Stack gap="xs" mt="xs" maw="68ch">
        <Text>{t('archiveWhy')}</Text>
        <Text c="var(--rapport-quiet)">{t('archiveLacks')}</Text>
        <Text c="var(--rapport-quiet)">
          {t.rich('archiveBack', { code: (command) => <Code className={classes.command}>{command}</Code> })}
        </Text>
        {starting.error && <Refusal>{textOf(starting.error)}</Refusal>}
        <Group>
          <Button
            variant="default"
            leftSection={<IconFileZip size={16} aria-hidden />}
            loading={starting.isPending}
            onClick={() => starting.mutate()}
          >
            {t('archiveStart')}
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
