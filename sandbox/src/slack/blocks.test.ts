import { describe, expect, it } from 'vitest';
import { readBlocks, wordsOf } from './blocks.ts';

const section = (text: string, type = 'mrkdwn') => ({ type: 'section', text: { type, text } });

describe('blocks', () => {
  it('are read from JSON text and from lists alike', () => {
    expect(readBlocks(JSON.stringify([section('hi')]))).toEqual([section('hi')]);
    expect(readBlocks([section('hi')])).toEqual([section('hi')]);
    expect(readBlocks(undefined)).toEqual([]);
  });

  it.each([
    ['a text that is too long', [section('x'.repeat(3_001))]],
    ['an empty text', [section('')]],
    ['a text of no known type', [section('x', 'html')]],
    ['a section without text', [{ type: 'section' }]],
    ['a header that is too long', [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }]],
    ['a field that is too long', [{ type: 'section', fields: [{ type: 'mrkdwn', text: 'x'.repeat(2_001) }] }]],
    ['too many blocks', Array.from({ length: 51 }, () => section('x'))],
  ])('are refused for %s', (_what, blocks) => {
    expect(() => readBlocks(blocks)).toThrow('invalid_blocks');
  });

  it('without a type are refused', () => {
    expect(() => readBlocks([{ text: 'x' }])).toThrow('invalid_blocks_format');
  });

  it('give their words for search', () => {
    const context = { type: 'context', elements: [{ type: 'mrkdwn', text: 'north' }] };
    expect(wordsOf([section('Ada'), { type: 'divider' }, context])).toBe('Ada\nnorth');
  });
});
