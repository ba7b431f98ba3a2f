import { Avatar, Text, UnstyledButton, type UnstyledButtonProps } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import { useWorkspace } from './me.ts';
import classes from './shell.module.css';

type Props = UnstyledButtonProps & ComponentPropsWithRef<'button'>;

/** Where one is. */
export function WorkspaceButton(props: Props) {
  const { name } = useWorkspace();
  return (
    <UnstyledButton {...props} className={classes.place}>
      <Avatar size={24} radius="sm" color="ink" variant="filled" aria-hidden>
        {name.slice(0, 1).toUpperCase()}
      </Avatar>
      <Text fw={600} truncate flex={1}>
        {name}
      </Text>
      <IconChevronDown size={16} aria-hidden />
    </UnstyledButton>
  );
}
