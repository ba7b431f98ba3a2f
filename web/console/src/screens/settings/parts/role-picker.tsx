import { Checkbox, Stack } from '@mantine/core';
import { useRoleChoices } from '../../../api/roles.ts';

type Props = {
  label: string;
  description?: string;
  value: string[];
  onChange: (roles: string[]) => void;
  error?: string | undefined;
  isDisabled?: boolean;
  /** Only these may be chosen; all where it is left out. */
  only?: string[] | undefined;
};

/** Roles to tick, each with what it is for. */
export function RolePicker({ label, description, value, onChange, error, isDisabled, only }: Props) {
  const choices = useRoleChoices().filter(({ id }) => !only || only.includes(id) || value.includes(id));
  return (
    <Checkbox.Group label={label} description={description} value={value} onChange={onChange} error={error}>
      <Stack gap="sm" mt="xs">
        {choices.map(({ id, name, about }) => (
          <Checkbox key={id} value={id} label={name} description={about} disabled={isDisabled ?? false} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
