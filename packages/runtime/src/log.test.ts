import { AppError } from '@guildhall/kernel';
import { describe, expect, it } from 'vitest';
import { createLog, describeError } from './log.ts';

const linesOf = (write: (log: ReturnType<typeof createLog>) => void): string => {
  let text = '';
  write(createLog({ service: 'test', level: 'info' }, { write: (line) => void (text += line) }));
  return text;
};

describe('the log', () => {
  it('cuts fields that are secret or personal, also inside others', () => {
    const text = linesOf((log) =>
      log.info({ token: 'canary-1', request: { email: 'canary-2', headers: { authorization: 'canary-3' } } }, 'asked'),
    );

    expect(text).not.toContain('canary');
    expect(JSON.parse(text)).toMatchObject({ service: 'test', level: 'info', msg: 'asked', token: '[cut]' });
  });

  it('keeps the code and the stack of an error', () => {
    const text = linesOf((log) =>
      log.error({ error: new AppError('gone', 'identity.expired', 'Too late.') }, 'refused'),
    );

    expect(JSON.parse(text).error).toMatchObject({ kind: 'gone', errorCode: 'identity.expired', message: 'Too late.' });
    expect(JSON.parse(text).error.stack).toContain('log.test.ts');
  });
});

describe('an error for the log', () => {
  it.each([
    ['the key a store quotes', 'E11000 duplicate key error index: x dup key: { value: "ada@example.org" }', 'ada'],
    ['the address a mail server quotes', '550 <ada@example.org>: unknown', 'ada'],
    ['the number a provider quotes', "The 'To' number +447700900123 is not valid", '7700900123'],
    ['the path of an address', 'POST https://hooks.slack.com/services/T0/B0/secret failed', 'secret'],
  ])('loses %s', (_what, message, canary) => {
    const described = JSON.stringify(describeError(new Error('outer', { cause: new Error(message) })));

    expect(described).not.toContain(canary);
    expect(described).toContain('outer');
  });

  it('says nothing of a thrown object', () => {
    expect(describeError({ token: 'canary' })).toBe('object');
  });
});
