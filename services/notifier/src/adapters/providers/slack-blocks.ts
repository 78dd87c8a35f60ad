import type { SlackBlock } from '@guildhall/providers';
import type { Content } from '../../app/ports.ts';

/** The message in one section, and below it, small, what it is about. */
export const slackBlocks = ({ text, context }: Extract<Content, { channel: 'slack' }>): SlackBlock[] => [
  { type: 'section', text: { type: 'mrkdwn', text } },
  ...(context ? [{ type: 'context' as const, elements: [{ type: 'mrkdwn' as const, text: context }] }] : []),
];
