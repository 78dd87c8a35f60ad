import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { StrandedPage } from '../pages/crash-page.tsx';
import { onlySignedIn, root } from './roots.ts';
import { asText, ownPath } from './search.ts';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } => {
    const next = ownPath(search['next']);
    return next ? { next } : {};
  },
  component: lazyRouteComponent(() => import('../pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
  errorComponent: StrandedPage,
});

const personalAddress = createRoute({
  getParentRoute: () => root,
  path: '/t/$token',
  component: lazyRouteComponent(() => import('../pages/sign-in/token-page.tsx'), 'TokenPage'),
});

const confirm = createRoute({
  getParentRoute: () => root,
  path: '/confirm/$token',
  component: lazyRouteComponent(() => import('../pages/sign-in/confirm-page.tsx'), 'ConfirmPage'),
});

const forgotten = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('../pages/sign-in/forgotten-page.tsx'), 'ForgottenPage'),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset-password/$token',
  component: lazyRouteComponent(() => import('../pages/sign-in/reset-page.tsx'), 'ResetPage'),
});

/** Where other services send people back to. */
const callback = createRoute({
  getParentRoute: () => root,
  path: '/oidc/callback',
  validateSearch: (search: Record<string, unknown>): { state: string; code?: string; error?: string; iss?: string } => {
    const [state, code, error, iss] = ['state', 'code', 'error', 'iss'].map((name) => asText(search[name]));
    return { state: state ?? '', ...(code && { code }), ...(error && { error }), ...(iss && { iss }) };
  },
  component: lazyRouteComponent(() => import('../pages/sign-in/callback-page.tsx'), 'CallbackPage'),
});

const privacy = createRoute({
  getParentRoute: () => root,
  path: '/privacy',
  component: lazyRouteComponent(() => import('../pages/privacy-page.tsx'), 'PrivacyPage'),
});

const apply = createRoute({
  getParentRoute: () => root,
  path: '/volunteer',
  component: lazyRouteComponent(() => import('../pages/volunteer-apply/apply-page.tsx'), 'ApplyPage'),
});

const confirmApplication = createRoute({
  getParentRoute: () => root,
  path: '/volunteer/confirm',
  component: lazyRouteComponent(
    () => import('../pages/volunteer-apply/confirm-application-page.tsx'),
    'ConfirmApplicationPage',
  ),
});

const kiosk = createRoute({
  getParentRoute: () => root,
  path: '/kiosk',
  component: lazyRouteComponent(() => import('../pages/kiosk/kiosk-page.tsx'), 'KioskPage'),
});

const signOutLink = createRoute({
  getParentRoute: () => root,
  path: '/o/$token',
  component: lazyRouteComponent(() => import('../pages/links/sign-out-page.tsx'), 'SignOutPage'),
});

const answerLink = createRoute({
  getParentRoute: () => root,
  path: '/safe/$token',
  component: lazyRouteComponent(() => import('../pages/links/answer-page.tsx'), 'AnswerPage'),
});

const escalationLink = createRoute({
  getParentRoute: () => root,
  path: '/answer/$token',
  component: lazyRouteComponent(() => import('../pages/links/escalation-page.tsx'), 'EscalationPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/i/$token',
  component: lazyRouteComponent(() => import('../pages/links/invitation-page.tsx'), 'InvitationPage'),
});

const hostAnswer = createRoute({
  getParentRoute: () => root,
  path: '/h/$token',
  component: lazyRouteComponent(() => import('../pages/links/host-page.tsx'), 'HostPage'),
});

const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: '/unsubscribe/$token',
  component: lazyRouteComponent(() => import('../pages/links/unsubscribe-page.tsx'), 'UnsubscribePage'),
});

const muster = createRoute({
  getParentRoute: () => root,
  path: '/muster/$code',
  beforeLoad: onlySignedIn,
  errorComponent: StrandedPage,
  component: lazyRouteComponent(() => import('../pages/links/muster-page.tsx'), 'MusterPage'),
});

const kioskScan = createRoute({
  getParentRoute: () => root,
  path: '/k/$code',
  beforeLoad: onlySignedIn,
  errorComponent: StrandedPage,
  component: lazyRouteComponent(() => import('../pages/links/scan-page.tsx'), 'ScanPage'),
});

/** What one opens without the shell around it: ways in, links from messages, the kiosk. */
export const open = [
  signIn,
  personalAddress,
  confirm,
  forgotten,
  reset,
  callback,
  apply,
  confirmApplication,
  privacy,
  kiosk,
  signOutLink,
  answerLink,
  escalationLink,
  invitation,
  hostAnswer,
  unsubscribe,
  muster,
  kioskScan,
] as const;
