import type { Message } from '../../domain/message.ts';
import type { Content, MessageRepository, Templates } from '../ports.ts';
import { digestVariables } from './digests.ts';
import type { UnsubscribeLink } from './ports.ts';

type Deps = Readonly<{
  messages: Pick<MessageRepository, 'find'>;
  templates: Pick<Templates, 'render'>;
  unsubscribeLink: UnsubscribeLink;
}>;

/** What a message says, at the moment when it is sent. Throws as `Templates.render` does. */
export type ContentOf = (message: Message) => Promise<Content>;

/**
 * A digest is told from the messages that it gathers, read now: their words are stored nowhere. One that was called off
 * or erased meanwhile is not in it.
 */
export const contentOf = ({ messages, templates, unsubscribeLink }: Deps): ContentOf => {
  const render = (message: Message): Content => {
    const unsubscribeUrl = unsubscribeLink(message) ?? '';
    return templates.render({ ...message, variables: { ...message.variables, unsubscribeUrl } });
  };
  return async (message) => {
    if (!message.gathers) return render(message);
    const found = await Promise.all(message.gathers.map((id) => messages.find(id)));
    const told = found.filter((one) => one?.status === 'held' && !one.masked);
    const contents = told.flatMap((one) => (one ? [render(one)] : []));
    return render({ ...message, variables: digestVariables(contents) });
  };
};
