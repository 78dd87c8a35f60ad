import type { SlackBlock } from '@guildhall/providers';
import type { Content } from '../../app/ports.ts';

/** What the template has laid out; words without a layout are one section. */
export const slackBlocks = ({ text, blocks = [] }: Extract<Content, { channel: 'slack' }>): readonly SlackBlock[] =>
  blocks.length > 0 ? blocks : [{ type: 'section', text: { type: 'mrkdwn', text } }];
