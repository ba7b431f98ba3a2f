import '@mantine/notifications/styles.layer.css';
import { Notifications } from '@mantine/notifications';
import { Live } from '../live/live.tsx';
import { UnreadWatch } from '../live/unread-watch.tsx';
import { NetworkLine } from '../offline/network-line.tsx';
import { NewVersion } from '../offline/new-version.tsx';
import { CreateDialog } from '../screens/create/create-dialog.tsx';
import { ExportNotice } from '../screens/exports/export-notice.tsx';
import { Palette } from '../screens/palette/palette.tsx';
import { ShortcutHelp } from '../screens/palette/shortcut-help.tsx';
import { Preferred } from './preferred.tsx';

/** The palette, the shortcuts, the live connection and the word that one is offline. */
export function Extras() {
  return (
    <>
      <Notifications position="bottom-center" autoClose={6000} />
      <Preferred />
      <Palette />
      <CreateDialog />
      <ShortcutHelp />
      <ExportNotice />
      <NetworkLine />
      <NewVersion />
      <Live />
      <UnreadWatch />
    </>
  );
}
