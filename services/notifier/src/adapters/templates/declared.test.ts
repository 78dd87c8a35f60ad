import { templates as declared } from '@guildhall/contracts';
import { describe, expect, it } from 'vitest';
import { assertDeclared } from './declared.ts';
import { templates } from './gen/templates.ts';

describe('the variables of templates', () => {
  it('are declared for every template, and for no other', () => {
    expect(Object.keys(declared).toSorted()).toEqual(Object.keys(templates).toSorted());
  });

  it('are refused by name and never by value', () => {
    const wrong = () => assertDeclared('site-crowded', { siteName: 'N', count: 'secret', capacity: '9', other: 'x' });
    expect(wrong).toThrow(
      expect.objectContaining({
        kind: 'invalid',
        code: 'notifier.wrong_variables',
        errors: [
          { pointer: '/variables/other', detail: 'is no variable of this template' },
          { pointer: '/variables/count', detail: 'must be a whole number' },
        ],
      }),
    );
    expect(wrong).not.toThrow('secret');
  });

  it('may be left out where they are optional, and sealed ones are checked where they are opened', () => {
    expect(() => assertDeclared('watch-alert', { visitorName: 'E', siteName: 'N' })).not.toThrow();
    expect(() => assertDeclared('login', { expiresMinutes: '15', code: '123456' })).not.toThrow();
  });
});
