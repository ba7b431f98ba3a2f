import { lazy, Suspense } from 'react';
import { WorkspaceButton } from './workspace-button.tsx';

const Menu = lazy(() =>
  import('./workspace-menu.tsx').then(({ WorkspaceMenu }) => ({ default: WorkspaceMenu })),
);

/** Its menu comes after the first sight. */
export const WorkspacePlace = () => (
  <Suspense fallback={<WorkspaceButton disabled />}>
    <Menu />
  </Suspense>
);
