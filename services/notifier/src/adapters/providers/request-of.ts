import type { Mail, PushMessage, SlackMessage, Sms } from '@guildhall/providers';
import type { Letter } from '../../app/ports.ts';
import type { Message } from '../../domain/message.ts';
import { mailHeaders } from './mail-headers.ts';
import { slackBlocks } from './slack-blocks.ts';

export type Request = Mail | Sms | SlackMessage | PushMessage;

type Addressed = Pick<Message, 'to' | 'lane' | 'threadKey' | 'replyTo' | 'onlyFor'>;

/** What the provider of the channel is given. */
export function requestOf(message: Addressed, letter: Letter): Request {
  const { to, onlyFor } = message;
  const { content } = letter;
  const isEmergency = message.lane === 'emergency';
  switch (content.channel) {
    case 'email':
      return mailOf(message, content, letter);
    case 'sms':
      return { to, body: content.text, isEmergency };
    case 'slack':
      return { to, text: content.text, blocks: slackBlocks(content), ...(onlyFor && { onlyFor }) };
    case 'inbox':
      throw new Error('the inbox has no provider');
    case 'push': {
      const { title, text, link } = content;
      return { to, title, body: text, isEmergency, ...(link && { link }) };
    }
  }
}

type Words = Extract<Letter['content'], { channel: 'email' }>;

function mailOf(message: Addressed, { subject, html, text }: Words, { attachments, unsubscribeUrl }: Letter): Mail {
  const { to, threadKey, replyTo } = message;
  const headers = mailHeaders({ to, threadKey, unsubscribeUrl });
  return {
    to,
    subject,
    html,
    text,
    ...(attachments.length > 0 && { attachments }),
    ...(replyTo && { replyTo }),
    ...(Object.keys(headers).length > 0 && { headers }),
  };
}
