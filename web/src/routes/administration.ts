import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { messageSearch } from '../pages/notifier-message/search.ts';
import { statisticsSearch } from '../pages/notifier-statistics/search.ts';
import { auditSearch } from '../pages/audit/search.ts';
import { suppressionSearch } from '../pages/suppressions/search.ts';
import { templateSearch } from '../pages/templates/search.ts';
import { signedIn } from './roots.ts';
import { text } from './search.ts';

const people = createRoute({
  getParentRoute: () => signedIn,
  path: '/people',
  validateSearch: (search: Record<string, unknown>): { query?: string } => {
    const query = text(search['query']);
    return query ? { query } : {};
  },
  component: lazyRouteComponent(() => import('../pages/people/people-page.tsx'), 'PeoplePage'),
});

const person = createRoute({
  getParentRoute: () => signedIn,
  path: '/people/$personId',
  component: lazyRouteComponent(() => import('../pages/people/person-page.tsx'), 'PersonPage'),
});

const personNotifications = createRoute({
  getParentRoute: () => signedIn,
  path: '/people/$personId/notifications',
  component: lazyRouteComponent(() => import('../pages/people/notifications-page.tsx'), 'PersonNotificationsPage'),
});

const mergePeople = createRoute({
  getParentRoute: () => signedIn,
  path: '/people/merge',
  validateSearch: ({ ids }: Record<string, unknown>): { ids?: string[] } =>
    Array.isArray(ids) ? { ids: ids.filter((id) => typeof id === 'string').slice(0, 10) } : {},
  component: lazyRouteComponent(() => import('../pages/people/merge-page.tsx'), 'MergePage'),
});

const directory = createRoute({
  getParentRoute: () => signedIn,
  path: '/people/directory',
  component: lazyRouteComponent(() => import('../pages/people/directory-page.tsx'), 'DirectoryPage'),
});

const sites = createRoute({
  getParentRoute: () => signedIn,
  path: '/sites',
  component: lazyRouteComponent(() => import('../pages/sites/sites-page.tsx'), 'SitesPage'),
});

const kiosks = createRoute({
  getParentRoute: () => signedIn,
  path: '/kiosks',
  component: lazyRouteComponent(() => import('../pages/kiosks/kiosks-page.tsx'), 'KiosksPage'),
});

const messages = createRoute({
  getParentRoute: () => signedIn,
  path: '/messages',
  validateSearch: messageSearch,
  component: lazyRouteComponent(() => import('../pages/messages/messages-page.tsx'), 'MessagesPage'),
});

const templates = createRoute({
  getParentRoute: () => signedIn,
  path: '/messages/templates',
  validateSearch: templateSearch,
  component: lazyRouteComponent(() => import('../pages/templates/templates-page.tsx'), 'TemplatesPage'),
});

const messageWebhooks = createRoute({
  getParentRoute: () => signedIn,
  path: '/messages/webhooks',
  component: lazyRouteComponent(() => import('../pages/notifier-webhooks/pages.tsx'), 'MessageWebhooksPage'),
});

const messageWebhook = createRoute({
  getParentRoute: () => signedIn,
  path: '/messages/webhooks/$webhookId',
  component: lazyRouteComponent(() => import('../pages/notifier-webhooks/pages.tsx'), 'MessageWebhookPage'),
});

const messageStatistics = createRoute({
  getParentRoute: () => signedIn,
  path: '/messages/statistics',
  validateSearch: statisticsSearch,
  component: lazyRouteComponent(() => import('../pages/notifier-statistics/statistics-page.tsx'), 'StatisticsPage'),
});

const suppressions = createRoute({
  getParentRoute: () => signedIn,
  path: '/messages/suppressions',
  validateSearch: suppressionSearch,
  component: lazyRouteComponent(() => import('../pages/suppressions/suppressions-page.tsx'), 'SuppressionsPage'),
});

const defaultNotifications = createRoute({
  getParentRoute: () => signedIn,
  path: '/messages/notifications',
  component: lazyRouteComponent(
    () => import('../pages/notification-defaults/defaults-page.tsx'),
    'DefaultNotificationsPage',
  ),
});

const message = createRoute({
  getParentRoute: () => signedIn,
  path: '/messages/$messageId',
  component: lazyRouteComponent(() => import('../pages/notifier-message/message-page.tsx'), 'MessagePage'),
});

const webhooks = createRoute({
  getParentRoute: () => signedIn,
  path: '/hooks',
  component: lazyRouteComponent(() => import('../pages/webhooks/webhooks-page.tsx'), 'WebhooksPage'),
});

const webhook = createRoute({
  getParentRoute: () => signedIn,
  path: '/hooks/$webhookId',
  component: lazyRouteComponent(() => import('../pages/webhooks/webhook-page.tsx'), 'WebhookPage'),
});

const audit = createRoute({
  getParentRoute: () => signedIn,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('../pages/audit/audit-page.tsx'), 'AuditPage'),
});

const retention = createRoute({
  getParentRoute: () => signedIn,
  path: '/retention',
  component: lazyRouteComponent(() => import('../pages/retention/retention-page.tsx'), 'RetentionPage'),
});

/** What some people do for the others. */
export const administration = [
  people,
  person,
  personNotifications,
  mergePeople,
  directory,
  sites,
  kiosks,
  messages,
  templates,
  messageWebhooks,
  messageWebhook,
  messageStatistics,
  suppressions,
  defaultNotifications,
  message,
  webhooks,
  webhook,
  audit,
  retention,
] as const;
