import type { Accounts, Connector } from '../systems/ports.ts';
import { SystemError } from '../systems/system-error.ts';
import type { fakeSlack } from './slack.ts';

export type Fate = 'works' | 'paced' | 'fails' | 'answers-nothing';

type Watch = Readonly<{
  fateOf: () => Fate;
  pause: () => Promise<void>;
  /** Whose call begins; answers how to end it. */
  begin: (whom: string) => () => void;
}>;

/** A workspace to which calls take their time, fail before or after they took effect, or are not let through. */
export function roughSlack(slack: ReturnType<typeof fakeSlack>, watch: Watch) {
  const call = async <T>(whom: string, effect: () => Promise<T>): Promise<T> => {
    const { fateOf, pause, begin } = watch;
    const fate = fateOf();
    if (fate === 'paced') throw new SystemError('pace', 'ratelimited', { retryAfterSeconds: 1 });
    const end = begin(whom);
    try {
      await pause();
      if (fate === 'fails') throw new SystemError('call', 'internal_error');
      const done = await effect();
      await pause();
      if (fate === 'answers-nothing') throw new SystemError('call', 'timeout');
      return done;
    } finally {
      end();
    }
  };
  const { connector, accounts, users } = slack;
  const ownerOf = (email: string): string => [...users.values()].find((one) => one.email === email)?.id ?? email;
  const roughConnector: Connector = {
    ...connector,
    locate: (channel) => call('', () => connector.locate(channel)),
    grant: (channel, grantee) => call(grantee.slackUserId, () => connector.grant(channel, grantee)),
    revoke: (channel, grantee) => call(grantee.slackUserId, () => connector.revoke(channel, grantee)),
  };
  const roughAccounts: Accounts = {
    ...accounts,
    findByEmail: (email) => call(ownerOf(email), () => accounts.findByEmail(email)),
    find: (id) => call(id, () => accounts.find(id)),
    deactivate: (id) => call(id, () => accounts.deactivate(id)),
  };
  return { connector: roughConnector, accounts: roughAccounts };
}
