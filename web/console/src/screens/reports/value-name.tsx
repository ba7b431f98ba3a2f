import { Person } from '../../parts/person.tsx';
import { RecordLink } from '../../parts/record-link.tsx';
import type { Dimension } from './reports.ts';
import { useCalled } from './use-called.ts';

/** A value that a report is split by, as people call it; null is what nobody has said. */
export function ValueName({ dimension, value }: { dimension: Dimension | undefined; value: string | null }) {
  const called = useCalled();
  if (value === null) return <>{called(dimension ?? 'reason', value)}</>;
  if (dimension === 'owner') return <Person id={value} withName />;
  if (dimension === 'company' || dimension === 'product') return <RecordLink kind={dimension} id={value} />;
  return <>{called(dimension ?? 'reason', value)}</>;
}
