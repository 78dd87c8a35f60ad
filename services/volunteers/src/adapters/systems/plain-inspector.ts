import type { Inspector, SeenChannel } from '../../app/systems/inspector.ts';
import type { Connector } from '../../app/systems/ports.ts';
import { SystemError } from '../../app/systems/system-error.ts';
import type { Channel } from '../../domain/book.ts';

/** What can be told of a system by using it: of each channel, whether its members can be read. */
export function plainInspector(connector: Connector): Inspector {
  const seenOf = async (channel: Channel): Promise<SeenChannel> => {
    try {
      await connector.members(channel)[Symbol.asyncIterator]().next();
      return { state: 'ok' };
    } catch (error) {
      if (error instanceof SystemError && error.fault === 'channel') return { state: stateOf(error) };
      throw error;
    }
  };
  return {
    about: async () => {
      await connector.test();
      return { workspace: '', missingScopes: [] };
    },
    channels: async (channels) => {
      const seen = new Map<string, SeenChannel>();
      for (const channel of channels) seen.set(channel.id, await seenOf(channel));
      return { seen, calls: channels.length };
    },
  };
}

const stateOf = ({ code }: SystemError): SeenChannel['state'] =>
  ['notFound', 'channel_not_found'].includes(code) ? 'not_found' : 'no_access';
