import { Container } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { RapportError } from '../../../client/src/index.ts';
import { ProblemBox } from '../parts/problem.tsx';
import { NotFound } from './not-found.tsx';

/** What stands in the place of a screen that failed. */
export function Failed({ error, reset }: { error: unknown; reset?: () => void }) {
  const router = useRouter();
  if (error instanceof RapportError && error.status === 404) return <NotFound />;
  const again = () => {
    reset?.();
    void router.invalidate();
  };
  return (
    <Container size="sm" py="xl">
      <ProblemBox error={error} again={again} />
    </Container>
  );
}
