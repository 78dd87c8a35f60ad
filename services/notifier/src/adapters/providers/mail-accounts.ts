import {
  type Failover,
  failover,
  graphMail,
  type Mail,
  off,
  type Provider,
  smtp,
  type Surroundings,
} from '@guildhall/providers';
import type { MailAccount, Settings } from '../../config.ts';
import { isSandbox, outside, SANDBOX } from './sandboxed.ts';

/** The accounts that mail may go by. Those that nobody set up are left out, unless they were asked for by name. */
export function mailAccounts(settings: Settings, around: Surroundings): Failover<Mail> {
  const open: Readonly<Record<MailAccount, () => Provider<Mail>>> = {
    smtp: () => smtpAccount(settings, around),
    'smtp-2': () => secondSmtp(settings, around),
    graph: () => graphAccount(settings, around),
  };
  const [first, ...others] = settings.EMAIL_PROVIDERS ?? usual(settings);
  return failover([open[first](), ...others.map((name) => open[name]())]);
}

const usual = ({ SMTP_2_URL, GRAPH_CLIENT_ID }: Settings): readonly [MailAccount, ...MailAccount[]] => [
  'smtp',
  ...(SMTP_2_URL ? (['smtp-2'] as const) : []),
  ...(GRAPH_CLIENT_ID ? (['graph'] as const) : []),
];

function smtpAccount(settings: Settings, around: Surroundings): Provider<Mail> {
  const url = settings.SMTP_URL ?? (settings.SANDBOX ? SANDBOX.smtp : undefined);
  if (!url) return off('smtp');
  return smtp({
    ...around,
    ...pace(settings),
    name: 'smtp',
    url,
    from: settings.SMTP_FROM,
    state: stateOf(settings, url),
  });
}

function secondSmtp(settings: Settings, around: Surroundings): Provider<Mail> {
  const url = settings.SMTP_2_URL ?? (settings.SANDBOX ? SANDBOX.smtp : undefined);
  if (!url) return off('smtp-2');
  const from = settings.SMTP_2_FROM ?? settings.SMTP_FROM;
  return smtp({ ...around, ...pace(settings), name: 'smtp-2', url, from, state: stateOf(settings, url) });
}

function graphAccount(settings: Settings, around: Surroundings): Provider<Mail> {
  const { GRAPH_TENANT_ID, GRAPH_CLIENT_ID, GRAPH_CLIENT_SECRET, GRAPH_SENDER, GRAPH_MAILS_PER_MINUTE } = settings;
  const common = { ...around, perMinute: GRAPH_MAILS_PER_MINUTE };
  if (GRAPH_TENANT_ID && GRAPH_CLIENT_ID && GRAPH_CLIENT_SECRET && GRAPH_SENDER) {
    return graphMail({
      ...common,
      tenant: GRAPH_TENANT_ID,
      clientId: GRAPH_CLIENT_ID,
      clientSecret: GRAPH_CLIENT_SECRET,
      sender: GRAPH_SENDER,
      state: 'real',
      loginUrl: outside(settings.GRAPH_LOGIN_URL),
      graphUrl: outside(settings.GRAPH_API_URL),
    });
  }
  if (!settings.SANDBOX) return off('graph');
  return graphMail({
    ...common,
    tenant: SANDBOX.tenant,
    clientId: 'guildhall',
    clientSecret: SANDBOX.secret,
    sender: GRAPH_SENDER ?? addressOf(settings.SMTP_FROM),
    state: 'sandbox',
    loginUrl: settings.GRAPH_LOGIN_URL ?? `${SANDBOX.origin}/microsoft`,
    graphUrl: settings.GRAPH_API_URL ?? `${SANDBOX.origin}/graph/v1.0`,
  });
}

const pace = ({ SMTP_CONNECTIONS, SMTP_EMERGENCY_CONNECTIONS }: Settings) => ({
  connections: SMTP_CONNECTIONS,
  emergencyConnections: SMTP_EMERGENCY_CONNECTIONS,
});

const stateOf = (settings: Settings, url: string) => (settings.SANDBOX && isSandbox(url) ? 'sandbox' : 'real');

const addressOf = (from: string): string => /<([^<>]+)>/.exec(from)?.[1] ?? from;
