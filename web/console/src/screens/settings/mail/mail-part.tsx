import { useQuery } from '@tanstack/react-query';
import { workspaceQuery } from '../../../api/workspace.ts';
import { Loaded } from '../parts/loaded.tsx';
import { SettingsPart } from '../parts/settings-part.tsx';
import { MailSettings } from './mail-settings.tsx';

export function MailPart() {
  const workspace = useQuery(workspaceQuery);
  return (
    <SettingsPart id="mail">
      <Loaded query={workspace}>{(data) => <MailSettings workspace={data} />}</Loaded>
    </SettingsPart>
  );
}
