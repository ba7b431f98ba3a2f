import { Screen } from '../../parts/screen.tsx';

export function ListScreen() {
  return <Screen title="List">{null}</Screen>;
}
