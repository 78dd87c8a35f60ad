import { describe, expect, expectTypeOf, it } from 'vitest';
import { encodeVariables, type VariablesOf, variablesOf } from './catalogue.ts';
import { faultsOf } from './check.ts';
import { type Declaration, dateTime, flag, integer, list, oneOf, optional, sealed, text, url } from './variable.ts';

const declared: Declaration = {
  name: text,
  note: optional(text),
  count: integer,
  isDrill: flag,
  link: url,
  from: dateTime,
  movement: oneOf('in', 'out'),
  names: list,
  code: sealed(text),
};
const right = {
  name: 'Ada',
  count: '3',
  link: 'https://g.test/a',
  from: '2026-03-02T09:00:00Z',
  movement: 'in',
  names: '["Ada"]',
};

describe('the variables of a template', () => {
  it('are right without those that are optional or travel sealed', () => {
    expect(faultsOf(declared, right)).toEqual([]);
  });

  it.each(Object.keys(right))('are refused without %s', (name) => {
    const { [name as keyof typeof right]: _left, ...rest } = right;
    expect(faultsOf(declared, rest)).toEqual([{ name, fault: 'missing', detail: 'is required' }]);
  });

  it.each([
    ['count', 'three'],
    ['count', '1.5'],
    ['count', ''],
    ['isDrill', 'true'],
    ['link', '/relative'],
    ['link', 'javascript:alert(1)'],
    ['from', 'tomorrow'],
    ['from', '2026-13-45T00:00:00Z'],
    ['from', '2026-03-02'],
    ['movement', 'up'],
    ['names', 'Ada'],
    ['names', '[1]'],
  ])('are refused where %s is %j', (name, value) => {
    expect(faultsOf(declared, { ...right, [name]: value })).toMatchObject([{ name, fault: 'wrong' }]);
  });

  it.each(['constructor', 'toString', 'nmae'])('are refused with %s, which is none', (name) => {
    expect(faultsOf(declared, { ...right, [name]: 'x' })).toMatchObject([{ name, fault: 'unknown' }]);
  });

  it('may leave what is optional empty', () => {
    expect(faultsOf(declared, { ...right, note: '', isDrill: '' })).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('knows no template by the name of what every object has', () => {
    expect(variablesOf('constructor')).toBeUndefined();
  });

  it('gives numbers, moments and choices the form in which they travel, and keeps codes apart', () => {
    expect(encodeVariables({ template: 'login', variables: { code: '123456', expiresMinutes: 15 } })).toEqual({
      open: { expiresMinutes: '15' },
      sealed: { code: '123456' },
    });
  });

  it('gives every kind of value the form that its check takes', () => {
    const variables = { displayName: 'Ada', movement: 'in', count: 3, siteName: 'North' } as const;
    const { open } = encodeVariables({ template: 'presence', variables });
    expect(faultsOf(variablesOf('presence') ?? {}, open)).toEqual([]);
  });

  it('types what a service gives', () => {
    expectTypeOf<VariablesOf<'login'>>().toEqualTypeOf<
      { readonly code: string; readonly expiresMinutes: number } & Record<never, never>
    >();
    expectTypeOf<VariablesOf<'presence'>['movement']>().toEqualTypeOf<'in' | 'out'>();
    expectTypeOf<VariablesOf<'report-export'>['tooLarge']>().toEqualTypeOf<boolean | undefined>();
  });
});
