import { describe, expect, it } from 'vitest';
import { blocksOf } from './blocks.ts';

const fill = (blocks: unknown, values: Record<string, string>) =>
  blocksOf(JSON.stringify(blocks))(values, values, 'en-GB');
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

describe('blocks', () => {
  it('are left out when they have nothing to say', () => {
    const blocks = [
      section('{{one}}'),
      section('{{none}}'),
      {
        type: 'section',
        fields: [
          { type: 'mrkdwn', text: '{{none}}' },
          { type: 'mrkdwn', text: '{{one}}' },
        ],
      },
      { type: 'context', elements: [{ type: 'mrkdwn', text: ' {{none}} ' }] },
    ];

    expect(fill(blocks, { one: 'Ada', none: '' })).toEqual([
      { type: 'section', text: { type: 'mrkdwn', text: 'Ada', verbatim: true } },
      { type: 'section', fields: [{ type: 'mrkdwn', text: 'Ada', verbatim: true }] },
    ]);
  });

  it('are as long as Slack takes them, and never end within a sign', () => {
    const [block] = fill([section('{{text}}')], { text: `${'x'.repeat(2_996)}&amp;${'y'.repeat(50)}` });

    expect((block as unknown as { text: { text: string } }).text.text).toBe(`${'x'.repeat(2_996)}…`);
  });

  it('have a headline of 150 signs', () => {
    const [block] = fill([{ type: 'header', text: { type: 'plain_text', text: '{{text}}' } }], {
      text: 'x'.repeat(500),
    });

    expect((block as unknown as { text: { text: string } }).text.text).toHaveLength(150);
  });

  it('give an address as it is, and words with their signs escaped', () => {
    const button = { type: 'button', text: { type: 'plain_text', text: '{{a}}' }, url: '{{a}}' };
    const [block] = blocksOf(JSON.stringify([{ type: 'actions', elements: [button] }]))(
      { a: 'https://g.test/?x=1&amp;y' },
      { a: 'https://g.test/?x=1&y' },
      'en-GB',
    );

    expect(block).toMatchObject({
      elements: [{ text: { text: 'https://g.test/?x=1&amp;y' }, url: 'https://g.test/?x=1&y' }],
    });
  });

  it('keep their structure whatever a value holds', () => {
    expect(fill([section('{{text}}')], { text: '"},{"type":"header"}' })).toEqual([
      { type: 'section', text: { type: 'mrkdwn', text: '"},{"type":"header"}', verbatim: true } },
    ]);
  });
});
