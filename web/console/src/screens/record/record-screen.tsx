import { Screen } from '../../parts/screen.tsx';

export function RecordScreen() {
  return <Screen title="Record">{null}</Screen>;
}
