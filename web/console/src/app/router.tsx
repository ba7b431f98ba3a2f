import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { kindOf } from '../api/kinds.ts';
import { meQuery, workspaceQuery } from '../api/workspace.ts';
import { keepOffline } from '../offline/keep.ts';
import { Failed } from './failed.tsx';
import { NotFound, NotFoundPage } from './not-found.tsx';
import { finishSignIn, signedIn } from './session.ts';
import { Shell } from './shell.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { Waiting } from './waiting.tsx';

type Context = { queryClient: QueryClient };
type Search = Record<string, unknown>;
const anySearch = (search: Search): Search => search;

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFoundPage });

const signedInRoute = createRoute({
  getParentRoute: () => root,
  path: '/signed-in',
  beforeLoad: async () => {
    throw redirect({ href: await finishSignIn(), replace: true });
  },
  errorComponent: SignInPage,
});

/** Everything behind the sign-in: who I am and what my workspace is called are known to every screen. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context: { queryClient } }) => {
    await keepOffline(queryClient);
    return { person: signedIn() };
  },
  loader: async ({ context: { queryClient, person } }) => {
    if (!person) return;
    await Promise.all([
      queryClient.ensureQueryData({ ...meQuery, revalidateIfStale: true }),
      queryClient.ensureQueryData({ ...workspaceQuery, revalidateIfStale: true }),
    ]);
  },
  component: Shell,
});

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: async ({ context: { queryClient, person } }) => {
    const me = person && (await queryClient.ensureQueryData(meQuery));
    throw redirect({ to: me?.preferences?.startPage === 'board' ? '/board' : '/today', replace: true });
  },
});
const today = createRoute({
  getParentRoute: () => inside,
  path: '/today',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('../screens/today/today-screen.tsx'), 'TodayScreen'),
});
const board = createRoute({
  getParentRoute: () => inside,
  path: '/board',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('../screens/board/board-screen.tsx'), 'BoardScreen'),
});
const notifications = createRoute({
  getParentRoute: () => inside,
  path: '/notifications',
  validateSearch: anySearch,
  component: lazyRouteComponent(
    () => import('../screens/notifications/notifications-screen.tsx'),
    'NotificationsScreen',
  ),
});
const mail = createRoute({
  getParentRoute: () => inside,
  path: '/mail',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('../screens/mail/mail-screen.tsx'), 'MailScreen'),
});
const importList = createRoute({
  getParentRoute: () => inside,
  path: '/imports',
  component: lazyRouteComponent(() => import('../screens/imports/imports-screen.tsx'), 'ImportsScreen'),
});
const newImport = createRoute({
  getParentRoute: () => inside,
  path: '/imports/new',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('../screens/imports/new-import-screen.tsx'), 'NewImportScreen'),
});
const oneImport = createRoute({
  getParentRoute: () => inside,
  path: '/imports/$importId',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('../screens/imports/import-screen.tsx'), 'ImportScreen'),
});
const duplicates = createRoute({
  getParentRoute: () => inside,
  path: '/duplicates',
  validateSearch: anySearch,
  component: lazyRouteComponent(
    () => import('../screens/duplicates/duplicates-screen.tsx'),
    'DuplicatesScreen',
  ),
});
const compare = createRoute({
  getParentRoute: () => inside,
  path: '/duplicates/compare',
  validateSearch: anySearch,
  component: lazyRouteComponent(
    () => import('../screens/duplicates/compare/compare-screen.tsx'),
    'CompareScreen',
  ),
});
const dataCheck = createRoute({
  getParentRoute: () => inside,
  path: '/data-check',
  validateSearch: anySearch,
  component: lazyRouteComponent(
    () => import('../screens/data-check/data-check-screen.tsx'),
    'DataCheckScreen',
  ),
});
const reports = createRoute({
  getParentRoute: () => inside,
  path: '/reports',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('../screens/reports/reports-screen.tsx'), 'ReportsScreen'),
});
const dashboards = createRoute({
  getParentRoute: () => inside,
  path: '/dashboards',
  validateSearch: anySearch,
  component: lazyRouteComponent(
    () => import('../screens/dashboards/dashboards-screen.tsx'),
    'DashboardsScreen',
  ),
});
const profile = createRoute({
  getParentRoute: () => inside,
  path: '/profile',
  component: lazyRouteComponent(() => import('../screens/profile/profile-screen.tsx'), 'ProfileScreen'),
});
const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(() => import('../screens/settings/settings-screen.tsx'), 'SettingsScreen'),
});
const settingsPart = createRoute({
  getParentRoute: () => inside,
  path: '/settings/$part',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('../screens/settings/settings-screen.tsx'), 'SettingsScreen'),
});

/** A list and a record's page are the same screens for every kind. */
const parsePlural = ({ plural }: { plural: string }) => {
  const kind = kindOf(plural);
  if (!kind) return false as const;
  return { plural };
};
const list = createRoute({
  getParentRoute: () => inside,
  path: '/$plural',
  params: { parse: parsePlural },
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('../screens/lists/list-screen.tsx'), 'ListScreen'),
});
const record = createRoute({
  getParentRoute: () => inside,
  path: '/$plural/$recordId',
  params: { parse: ({ recordId, plural }) => (kindOf(plural) ? { plural, recordId } : (false as const)) },
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('../screens/record/record-screen.tsx'), 'RecordScreen'),
});

const routeTree = root.addChildren([
  signedInRoute,
  inside.addChildren([
    home,
    today,
    board,
    notifications,
    mail,
    importList,
    newImport,
    oneImport,
    duplicates,
    compare,
    dataCheck,
    reports,
    dashboards,
    profile,
    settings,
    settingsPart,
    list,
    record,
  ]),
]);

export const makeRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: Failed,
    defaultNotFoundComponent: NotFound,
    defaultPendingComponent: Waiting,
    scrollRestoration: true,
  });
