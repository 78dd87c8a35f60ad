import type { Mail, PushMessage, SlackMessage, Sms } from '@guildhall/providers';
import type { Letter } from '../../app/ports.ts';
import type { Message } from '../../domain/message.ts';
import { slackBlocks } from './slack-blocks.ts';

export type Request = Mail | Sms | SlackMessage | PushMessage;

/** What the provider of the channel is given. */
export function requestOf({ to, lane }: Pick<Message, 'to' | 'lane'>, { content, attachments }: Letter): Request {
  const isEmergency = lane === 'emergency';
  switch (content.channel) {
    case 'email': {
      const { subject, html, text } = content;
      return { to, subject, html, text, ...(attachments.length > 0 && { attachments }) };
    }
    case 'sms':
      return { to, body: content.text, isEmergency };
    case 'slack':
      return { to, text: content.text, blocks: slackBlocks(content) };
    case 'push': {
      const { title, text, link } = content;
      return { to, title, body: text, isEmergency, ...(link && { link }) };
    }
  }
}
