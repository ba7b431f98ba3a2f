import { Screen } from '../../parts/screen.tsx';

export function MailScreen() {
  return <Screen title="Mail">{null}</Screen>;
}
