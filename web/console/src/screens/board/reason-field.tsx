import { Radio, Stack, Textarea } from '@mantine/core';
import { useTranslations } from 'use-intl';

type Props = {
  kind: 'lost' | 'won';
  /** The pipeline's own reasons; where it has some, no other is taken. */
  known: string[];
  required: boolean;
  value: string;
  onChange: (reason: string) => void;
  isFocused: boolean;
  error: string | undefined;
};

export function ReasonField({ kind, known, required, value, onChange, isFocused, error }: Props) {
  const t = useTranslations('board');
  const label = t(kind === 'lost' ? 'whyLost' : 'whyWon');
  if (known.length === 0) {
    return (
      <Textarea
        label={label}
        required={required}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        autosize
        minRows={2}
        maxLength={500}
        data-autofocus={isFocused || undefined}
        error={error}
      />
    );
  }
  return (
    <Radio.Group label={label} required={required} value={value} onChange={onChange} error={error}>
      <Stack gap={8} mt={8}>
        {known.map((reason, at) => (
          <Radio
            key={reason}
            value={reason}
            label={reason}
            data-autofocus={(isFocused && at === 0) || undefined}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
