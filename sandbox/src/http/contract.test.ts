import { describe, expect, it } from 'vitest';
import { complaints, loadContract } from './contract.ts';

const steps = (type: string) =>
  ['paths', '/chat.postMessage', 'post', 'requestBody', 'content', type, 'schema'] as const;
const form = loadContract('slack', 'form').check(steps('application/x-www-form-urlencoded'));
const json = loadContract('slack', 'json').check(steps('application/json'));

describe('a contract', () => {
  it('reads numbers and booleans from the text of a form', () => {
    expect(form({ channel: '#north', mrkdwn: 'true' })).toBe(true);
  });

  it('takes JSON at its word', () => {
    expect(json({ channel: '#north', mrkdwn: 'true' })).toBe(false);
  });

  it('names what is missing, what does not exist and what is of the wrong type', () => {
    json({ mrkdwn: 'true', colour: 'red' });
    expect(complaints(json).sort()).toEqual([
      'missing required field: channel',
      'mrkdwn must be boolean',
      'no such field: colour',
    ]);
  });

  it('says nothing of the values that were sent', () => {
    form({ channel: '#north', mrkdwn: 'a secret' });
    expect(complaints(form).join()).not.toContain('secret');
  });
});
