import { useQuery } from '@tanstack/react-query';
import { workspaceQuery } from '../../../api/workspace.ts';
import { Loaded } from '../parts/loaded.tsx';
import { SettingsPart } from '../parts/settings-part.tsx';
import { WorkspaceForm } from './workspace-form.tsx';

export function WorkspacePart() {
  const workspace = useQuery(workspaceQuery);
  return (
    <SettingsPart id="workspace">
      <Loaded query={workspace}>{(data) => <WorkspaceForm workspace={data} />}</Loaded>
    </SettingsPart>
  );
}
