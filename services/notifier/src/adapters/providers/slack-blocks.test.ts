import { expect, it } from 'vitest';
import { slackBlocks } from './slack-blocks.ts';

it('shows the message, and small below it what it is about', () => {
  expect(slackBlocks({ channel: 'slack', text: 'Ada signed in', context: 'North' })).toEqual([
    { type: 'section', text: { type: 'mrkdwn', text: 'Ada signed in' } },
    { type: 'context', elements: [{ type: 'mrkdwn', text: 'North' }] },
  ]);
});

it('shows nothing below where there is nothing to say', () => {
  expect(slackBlocks({ channel: 'slack', text: 'Ada signed in' })).toHaveLength(1);
});
