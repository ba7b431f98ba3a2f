import { Palette } from '../screens/palette/palette.tsx';
import { ShortcutHelp } from '../screens/palette/shortcut-help.tsx';

/** The palette, the shortcuts, the live connection and the word that one is offline. */
export function Extras() {
  return (
    <>
      <Palette />
      <ShortcutHelp />
    </>
  );
}
