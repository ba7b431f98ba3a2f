import { Button, Group, Progress, Stack, Text } from '@mantine/core';

type Props = {
  /** How far it is, in words. */
  said: string;
  /** From 0 to 100; undefined where nobody knows yet how much there is. */
  percent: number | undefined;
  /** What the bar is called. */
  label: string;
  stop: string;
  onStop: () => void;
};

/** How far a long work is, with a way to stop it. */
export const Working = ({ said, percent, label, stop, onStop }: Props) => (
  <Stack>
    <Text aria-live="polite">{said}</Text>
    <Progress value={percent ?? 100} animated={percent === undefined} aria-label={label} />
    <Group justify="flex-end">
      <Button variant="default" onClick={onStop}>
        {stop}
      </Button>
    </Group>
  </Stack>
);
