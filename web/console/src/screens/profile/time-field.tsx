import { TextInput } from '@mantine/core';
import { useState } from 'react';

type Props = { label: string; value: string; onSave: (time: string) => void };

/** A time of day, saved on leaving it. */
export function TimeField({ label, value, onSave }: Props) {
  const [typed, setTyped] = useState<string>();
  const save = () => {
    if (typed && typed !== value) onSave(typed);
    setTyped(undefined);
  };
  return (
    <TextInput
      type="time"
      label={label}
      w={140}
      value={typed ?? value}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={save}
      onKeyDown={({ key }) => key === 'Enter' && save()}
    />
  );
}
