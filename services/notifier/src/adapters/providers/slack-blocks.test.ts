import { expect, it } from 'vitest';
import { slackBlocks } from './slack-blocks.ts';

it('a notice in Slack is shown as its template lays it out', () => {
  const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'North' } }];

  expect(slackBlocks({ channel: 'slack', text: 'Ada signed in', blocks })).toEqual(blocks);
});

it('a notice without a layout is one section', () => {
  expect(slackBlocks({ channel: 'slack', text: 'Ada signed in' })).toEqual([
    { type: 'section', text: { type: 'mrkdwn', text: 'Ada signed in' } },
  ]);
});
