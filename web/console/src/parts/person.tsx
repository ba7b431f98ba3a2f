import { Avatar, Group, Text, Tooltip } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useUser } from '../api/people.ts';

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word.slice(0, 1))
    .slice(0, 2)
    .join('')
    .toUpperCase();

/** A user by their picture, or with their name beside it. */
export function Person({
  id,
  withName = false,
  isDecoration = false,
  size = 22,
}: {
  id: string | undefined;
  withName?: boolean;
  /** Where the name stands beside it already. */
  isDecoration?: boolean;
  size?: number;
}) {
  const t = useTranslations('common');
  const user = useUser(id);
  if (!id) return withName ? <Text c="var(--rapport-quiet)">{t('nobody')}</Text> : null;
  const name = user?.name ?? t('unknown');
  const face = (
    <Avatar
      size={size}
      radius="xl"
      name={name}
      color="initials"
      variant="light"
      styles={{ placeholder: { color: 'var(--mantine-color-text)' } }}
      aria-hidden={withName || isDecoration}
      alt={name}
    >
      {initialsOf(name)}
    </Avatar>
  );
  if (isDecoration) return face;
  if (!withName) return <Tooltip label={name}>{face}</Tooltip>;
  return (
    <Group gap={6} wrap="nowrap" miw={0}>
      {face}
      <Text truncate>{name}</Text>
    </Group>
  );
}
