import {
  IconBuildingStore,
  IconClipboardText,
  IconCoins,
  IconFileExport,
  IconFilter,
  IconFlame,
  IconForms,
  IconHistory,
  IconInbox,
  IconKey,
  IconLayoutKanban,
  IconMail,
  IconMailCog,
  IconRoute,
  IconShieldLock,
  IconTarget,
  IconUserOff,
  IconUsers,
  IconUsersGroup,
  IconWebhook,
} from '@tabler/icons-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Permission } from '../../../../client/src/index.ts';

const named = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }));

/** The headings under which the parts stand, in their order. */
export const groups = [
  'company',
  'people',
  'selling',
  'automation',
  'channels',
  'developers',
  'privacy',
] as const;

/** One of the settings: `id` is its address under `/settings/` and its name in the catalogue (`settings.parts.<id>`). */
type Part = {
  id: string;
  group: (typeof groups)[number];
  icon: ComponentType<{ size?: number; stroke?: number }>;
  /** Who has none of these is not offered the part. */
  needs: Permission | readonly Permission[];
  component: LazyExoticComponent<ComponentType>;
};

const anyExport = [
  'contacts:export',
  'companies:export',
  'deals:export',
  'tasks:export',
  'activities:export',
  'promises:export',
  'products:export',
  'orders:export',
  'tickets:export',
] as const satisfies Permission[];

/** Every part of the settings, in the order in which they are offered. A new one is a line here and a name in the catalogue. */
export const parts = [
  {
    id: 'workspace',
    group: 'company',
    icon: IconBuildingStore,
    needs: 'workspaces:read',
    component: named(() => import('./workspace/workspace-part.tsx'), 'WorkspacePart'),
  },
  {
    id: 'users',
    group: 'people',
    icon: IconUsers,
    needs: 'users:read',
    component: named(() => import('./users/users-part.tsx'), 'UsersPart'),
  },
  {
    id: 'teams',
    group: 'people',
    icon: IconUsersGroup,
    needs: 'teams:read',
    component: named(() => import('./teams/teams-part.tsx'), 'TeamsPart'),
  },
  {
    id: 'roles',
    group: 'people',
    icon: IconShieldLock,
    needs: 'roles:read',
    component: named(() => import('./roles/roles-part.tsx'), 'RolesPart'),
  },
  {
    id: 'pipelines',
    group: 'selling',
    icon: IconLayoutKanban,
    needs: 'pipelines:read',
    component: named(() => import('./pipelines/pipelines-part.tsx'), 'PipelinesPart'),
  },
  {
    id: 'fields',
    group: 'selling',
    icon: IconForms,
    needs: 'fields:read',
    component: named(() => import('./fields/fields-part.tsx'), 'FieldsPart'),
  },
  {
    id: 'segments',
    group: 'selling',
    icon: IconFilter,
    needs: 'segments:read',
    component: named(() => import('./segments/segments-part.tsx'), 'SegmentsPart'),
  },
  {
    id: 'scoring',
    group: 'selling',
    icon: IconFlame,
    needs: 'workspaces:read',
    component: named(() => import('./scoring/scoring-part.tsx'), 'ScoringPart'),
  },
  {
    id: 'spend',
    group: 'selling',
    icon: IconCoins,
    needs: 'reports:read',
    component: named(() => import('./spend/spend-part.tsx'), 'SpendPart'),
  },
  {
    id: 'targets',
    group: 'selling',
    icon: IconTarget,
    needs: 'reports:read',
    component: named(() => import('./targets/targets-part.tsx'), 'TargetsPart'),
  },
  {
    id: 'exports',
    group: 'selling',
    icon: IconFileExport,
    needs: anyExport,
    component: named(() => import('./exports/exports-part.tsx'), 'ExportsPart'),
  },
  {
    id: 'rules',
    group: 'automation',
    icon: IconRoute,
    needs: 'rules:read',
    component: named(() => import('./rules/rules-part.tsx'), 'RulesPart'),
  },
  {
    id: 'templates',
    group: 'automation',
    icon: IconMail,
    needs: 'templates:read',
    component: named(() => import('./templates/templates-part.tsx'), 'TemplatesPart'),
  },
  {
    id: 'forms',
    group: 'channels',
    icon: IconClipboardText,
    needs: 'forms:read',
    component: named(() => import('./forms/forms-part.tsx'), 'FormsPart'),
  },
  {
    id: 'mailboxes',
    group: 'channels',
    icon: IconInbox,
    needs: 'mail:read',
    component: named(() => import('./mailboxes/mailboxes-part.tsx'), 'MailboxesPart'),
  },
  {
    id: 'mail',
    group: 'channels',
    icon: IconMailCog,
    needs: 'workspaces:read',
    component: named(() => import('./mail/mail-part.tsx'), 'MailPart'),
  },
  {
    id: 'keys',
    group: 'developers',
    icon: IconKey,
    needs: 'keys:read',
    component: named(() => import('./keys/keys-part.tsx'), 'KeysPart'),
  },
  {
    id: 'webhooks',
    group: 'developers',
    icon: IconWebhook,
    needs: 'webhooks:read',
    component: named(() => import('./webhooks/webhooks-part.tsx'), 'WebhooksPart'),
  },
  {
    id: 'audit',
    group: 'privacy',
    icon: IconHistory,
    needs: 'audit:read',
    component: named(() => import('./audit/audit-part.tsx'), 'AuditPart'),
  },
  {
    id: 'erasures',
    group: 'privacy',
    icon: IconUserOff,
    needs: 'erasures:read',
    component: named(() => import('./erasures/erasures-part.tsx'), 'ErasuresPart'),
  },
] as const satisfies Part[];
export type SettingsPartId = (typeof parts)[number]['id'];
