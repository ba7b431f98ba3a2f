import {
  type Icon,
  IconBuilding,
  IconCheckbox,
  IconCopyCheck,
  IconInbox,
  IconLayoutDashboard,
  IconLayoutKanban,
  IconPackage,
  IconReportAnalytics,
  IconSettings,
  IconShoppingCart,
  IconStethoscope,
  IconSun,
  IconTargetArrow,
  IconTicket,
  IconUpload,
  IconUsers,
} from '@tabler/icons-react';

import type { Permission } from '../../../client/src/index.ts';
import { type ListedKind, listedKinds, permissionFor, plurals } from '../api/kinds.ts';

export const kindIcons: Record<ListedKind, Icon> = {
  contact: IconUsers,
  company: IconBuilding,
  deal: IconTargetArrow,
  task: IconCheckbox,
  order: IconShoppingCart,
  product: IconPackage,
  ticket: IconTicket,
};

/** A place in the navigation: its address, its name in the catalogue, and who may go there. */
export type Place = {
  to: string;
  icon: Icon;
  kind?: ListedKind;
  name?:
    | 'today'
    | 'board'
    | 'reports'
    | 'dashboards'
    | 'mail'
    | 'imports'
    | 'duplicates'
    | 'dataCheck'
    | 'settings';
  needs?: Permission;
};

export const dayPlaces: Place[] = [
  { to: '/today', icon: IconSun, name: 'today' },
  { to: '/board', icon: IconLayoutKanban, name: 'board', needs: 'deals:read' },
];
export const recordPlaces: Place[] = listedKinds.map((kind) => ({
  to: `/${plurals[kind]}`,
  icon: kindIcons[kind],
  kind,
  needs: permissionFor(kind, 'read'),
}));
export const otherPlaces: Place[] = [
  { to: '/reports', icon: IconReportAnalytics, name: 'reports' },
  { to: '/dashboards', icon: IconLayoutDashboard, name: 'dashboards' },
  { to: '/mail', icon: IconInbox, name: 'mail', needs: 'mail:read' },
  { to: '/imports', icon: IconUpload, name: 'imports', needs: 'imports:read' },
  { to: '/duplicates', icon: IconCopyCheck, name: 'duplicates', needs: 'contacts:read' },
  { to: '/data-check', icon: IconStethoscope, name: 'dataCheck', needs: 'contacts:read' },
  { to: '/settings', icon: IconSettings, name: 'settings' },
];
