import { Center, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { Icon as IconType } from '@tabler/icons-react';
import type { ReactNode } from 'react';

type Props = {
  icon: IconType;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** It is all that the page has. */
  isPage?: boolean;
};

/** What stands where there is nothing yet: what it is for, and what to do about it. */
export function Empty({ icon: Icon, title, children, action, isPage = false }: Props) {
  return (
    <Center py={48} px="md">
      <Stack align="center" gap="xs" maw={420} ta="center">
        <ThemeIcon variant="light" size={48} radius="xl" aria-hidden>
          <Icon size={24} />
        </ThemeIcon>
        <Title order={isPage ? 1 : 2}>{title}</Title>
        {children && <Text c="var(--rapport-quiet)">{children}</Text>}
        {action}
      </Stack>
    </Center>
  );
}
