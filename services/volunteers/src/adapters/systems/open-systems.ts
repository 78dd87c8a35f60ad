import { googleFolders, googleGroups, ProviderError, type SlackWorkspace, slackWorkspace } from '@guildhall/providers';
import type { Sealer } from '@guildhall/messaging';
import type { Connections, Tasks } from '../../app/ports.ts';
import type { Accounts, Connector } from '../../app/systems/ports.ts';
import type { Settings } from '../../config.ts';
import type { System } from '../../domain/book.ts';
import { checklistConnector } from './checklist-connector.ts';
import { absentConnector, folderConnector, groupConnector } from './google-connectors.ts';
import { googleAccountOf } from './google-account.ts';
import { plainInspector } from './plain-inspector.ts';
import { slackAccounts, slackConnector } from './slack-connector.ts';
import { slackInspector } from './slack-inspector.ts';
import type { Inspector } from '../../app/systems/inspector.ts';

export type Systems = Readonly<{
  connectorOf: (system: System) => Connector;
  inspectorOf: (system: System) => Inspector;
  accounts: Accounts;
  slack: SlackWorkspace;
  /** `real`, `sandbox` or `off`. */
  stateOf: (system: System) => 'real' | 'sandbox' | 'off';
  close: () => Promise<void>;
}>;

type Deps = Readonly<{
  settings: Settings;
  tasks: Tasks;
  connections: Connections;
  sealer: Sealer;
  alert: (provider: string, reason: string) => void;
}>;

/** Opens every system that there are credentials for. */
export function openSystems(deps: Deps): Systems {
  const { settings, tasks, alert } = deps;
  const state = settings.SLACK_API_URL === undefined ? 'real' : 'sandbox';
  const slack = slackWorkspace({
    token: tokenOf(deps),
    scimToken: scimTokenOf(deps),
    apiUrl: settings.SLACK_API_URL,
    scimUrl: settings.SLACK_SCIM_URL,
    perSecond: settings.SLACK_PACE,
    state,
    alert,
  });
  const account = googleAccountOf(settings);
  const google = account && {
    account,
    subject: settings.GOOGLE_SUBJECT,
    rootUrl: settings.GOOGLE_API_URL,
    state: settings.GOOGLE_API_URL === undefined ? ('real' as const) : ('sandbox' as const),
    alert,
  };
  const groups = google && googleGroups(google);
  const folders = google && googleFolders(google);
  const connectors: Readonly<Record<System, Connector>> = {
    slack: slackConnector(slack),
    'google-group': groups ? groupConnector(groups) : absentConnector('google-group'),
    'drive-folder': folders ? folderConnector(folders) : absentConnector('drive-folder'),
    checklist: checklistConnector(tasks),
  };
  const googleState = google?.state ?? 'off';
  return {
    slack,
    accounts: slackAccounts(slack),
    connectorOf: (system) => connectors[system],
    inspectorOf: (system) => (system === 'slack' ? slackInspector(slack) : plainInspector(connectors[system])),
    stateOf: (system) => (system === 'checklist' ? 'real' : system === 'slack' ? state : googleState),
    close: async () => {
      await Promise.all([slack.close(), groups?.close(), folders?.close()]);
    },
  };
}

/** The token that somebody set, else the one of the environment; asked for with each call, so that a new one counts. */
const tokenOf =
  ({ settings, connections, sealer }: Deps) =>
  async (): Promise<string> => {
    const { sealedToken } = await connections.find('slack');
    if (sealedToken) return String(sealer.open(sealedToken, tokenContext));
    if (settings.SLACK_BOT_TOKEN !== undefined) return settings.SLACK_BOT_TOKEN;
    throw new ProviderError('There is no token for Slack.', { permanent: true, code: 'no_token', about: 'connection' });
  };

/** The same of the right to close accounts, which is optional. */
const scimTokenOf =
  ({ settings, connections, sealer }: Deps) =>
  async (): Promise<string | undefined> => {
    const { sealedScimToken } = await connections.find('slack');
    return sealedScimToken ? String(sealer.open(sealedScimToken, scimContext)) : settings.SLACK_SCIM_TOKEN;
  };

/** What a token is sealed with, so that none can take the place of another. */
export const tokenContext = 'slack';
export const scimContext = 'slack-scim';
