import { Screen } from '../../parts/screen.tsx';

export function BoardScreen() {
  return <Screen title="Board">{null}</Screen>;
}
