import { Alert, Button, Center, Image, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { signIn } from './session.ts';

/** Where the person wanted to go; not back to the address that did not work. */
const here = () => (location.pathname === '/signed-in' ? '/' : `${location.pathname}${location.search}`);

/** The door: one button, since who one is is the issuer's affair. Shown again with what went wrong. */
export function SignInPage({ error }: { error?: unknown }) {
  const t = useTranslations('app');
  const [isGoing, setGoing] = useState(false);
  const [failure, setFailure] = useState<unknown>(error);
  const go = () => {
    setGoing(true);
    signIn(here()).catch((reason: unknown) => {
      setGoing(false);
      setFailure(reason);
    });
  };
  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack align="center" gap="md" maw={360} ta="center">
        <Image src="/icon.svg" alt="" w={56} h={56} />
        <Title order={1}>{t('name')}</Title>
        <Text c="var(--rapport-quiet)">{t('signInWhy')}</Text>
        {failure !== undefined && (
          <Alert color="red" title={t('signInFailed')} role="alert">
            {failure instanceof Error ? failure.message : ''}
          </Alert>
        )}
        <Button size="md" fullWidth onClick={go} loading={isGoing}>
          {t('signIn')}
        </Button>
      </Stack>
    </Center>
  );
}
