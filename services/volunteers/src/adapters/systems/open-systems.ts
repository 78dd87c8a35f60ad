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
  const slack = openSlack(deps);
  const google = openGoogle(deps);
  const connectors: Readonly<Record<System, Connector>> = {
    slack: slackConnector(slack),
    'google-group': google ? groupConnector(google.groups) : absentConnector('google-group'),
    'drive-folder': google ? folderConnector(google.folders) : absentConnector('drive-folder'),
    checklist: checklistConnector(deps.tasks),
  };
  return {
    slack,
    accounts: slackAccounts(slack),
    connectorOf: (system) => connectors[system],
    inspectorOf: (system) => (system === 'slack' ? slackInspector(slack) : plainInspector(connectors[system])),
    stateOf: (system) => stateOf(deps, system),
    close: async () => {
      await Promise.all([slack.close(), google?.groups.close(), google?.folders.close()]);
    },
  };
}

const whose = (address: string | undefined): 'real' | 'sandbox' => (address === undefined ? 'real' : 'sandbox');

function stateOf({ settings }: Deps, system: System): 'real' | 'sandbox' | 'off' {
  if (system === 'checklist') return 'real';
  if (system === 'slack') return settings.SLACK_BOT_TOKEN === undefined ? 'off' : whose(settings.SLACK_API_URL);
  return googleAccountOf(settings) ? whose(settings.GOOGLE_API_URL) : 'off';
}

const openSlack = (deps: Deps): SlackWorkspace =>
  slackWorkspace({
    token: tokenOf(deps),
    scimToken: scimTokenOf(deps),
    apiUrl: deps.settings.SLACK_API_URL,
    scimUrl: deps.settings.SLACK_SCIM_URL,
    perSecond: deps.settings.SLACK_PACE,
    state: whose(deps.settings.SLACK_API_URL),
    alert: deps.alert,
  });

/** Nothing where there is no account for it. */
function openGoogle({ settings, alert }: Deps) {
  const account = googleAccountOf(settings);
  if (!account) return undefined;
  const options = {
    account,
    subject: settings.GOOGLE_SUBJECT,
    rootUrl: settings.GOOGLE_API_URL,
    state: whose(settings.GOOGLE_API_URL),
    alert,
  };
  return { groups: googleGroups(options), folders: googleFolders(options) };
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
