import { Anchor, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconPaperclip } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Mail } from '../../../../client/src/index.ts';
import classes from './mail.module.css';

const kilobyte = 1024;

/** The text of a message and its attachments. Its HTML is a stranger's and is not shown; the raw message can be had. */
export function MailBody({ mail, rawUrl }: { mail: Mail; rawUrl: string | undefined }) {
  const t = useTranslations('mail');
  const format = useFormatter();
  return (
    <Stack gap="md">
      <Text className={classes.text}>{mail.text || t('noText')}</Text>
      {mail.attachments.length > 0 && (
        <Group gap="xs">
          {mail.attachments.map(({ filename, bytes, url }) => (
            <Anchor key={url} href={url} className={classes.file} download={filename}>
              <IconPaperclip size={16} aria-hidden />
              {filename} · {format.number(Math.ceil(bytes / kilobyte))} kB
            </Anchor>
          ))}
        </Group>
      )}
      {rawUrl && (
        <Anchor href={rawUrl} size="sm" style={{ alignSelf: 'start' }}>
          <Group gap={6} wrap="nowrap">
            <IconDownload size={16} aria-hidden />
            {t('raw')}
          </Group>
        </Anchor>
      )}
    </Stack>
  );
}
