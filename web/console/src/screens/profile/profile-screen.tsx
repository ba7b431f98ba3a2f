import { Screen } from '../../parts/screen.tsx';

export function ProfileScreen() {
  return <Screen title="Profile">{null}</Screen>;
}
