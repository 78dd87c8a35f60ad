import type { DescMethod } from '@bufbuild/protobuf';
import { bindingsOf } from '@guildhall/contracts';
import { RegisterService } from '@guildhall/contracts/register/v1/service';
import { describe, expect, it } from 'vitest';
import { ProbeService } from '../../../testing/contract.ts';
import { inputReader } from './input.ts';

const methodOf = (name: string): DescMethod => {
  const method = [...ProbeService.methods, ...RegisterService.methods].find((one) => one.name === name);
  if (!method) throw new Error(`there is no ${name}`);
  return method;
};

function read(
  name: string,
  { path = [] as string[], query = '', body }: { path?: string[]; query?: string; body?: unknown },
) {
  const [binding] = bindingsOf(methodOf(name));
  const texts = new Map<string, string[]>();
  for (const [key, value] of new URLSearchParams(query)) texts.set(key, [...(texts.get(key) ?? []), value]);
  return inputReader(binding!)({ path, query: texts, body });
}
const errorsOf = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return (error as { errors: unknown }).errors;
  }
  return [];
};

describe('a request message', () => {
  it('is made of path, query and body', () => {
    expect(
      read('UpdateThing', { path: ['t1'], query: 'updateMask=name', body: { name: 'New', count: 3 } }),
    ).toMatchObject({
      thingId: 't1',
      thing: { name: 'New', count: 3 },
      updateMask: { paths: ['name'] },
    });
  });

  it('takes every kind of value from the query', () => {
    const query = 'colour=dark_blue&tags=a&tags=b&isOpen=true&since=2026-03-02T08:30:00Z&pageSize=20&pageToken=';
    expect(read('ListThings', { query })).toMatchObject({
      colour: 2,
      tags: ['a', 'b'],
      isOpen: true,
      since: { seconds: 1_772_440_200n },
      pageSize: 20,
      pageToken: '',
    });
  });

  it('takes an empty parameter for an absent one', () => {
    expect(read('ListThings', { query: 'colour=&pageSize=&isOpen=' })).toMatchObject({ colour: 0, pageSize: 0 });
  });

  it.each([
    ['nope=1', '#/nope', 'is not a parameter of this request'],
    ['colour=green', '#/colour', 'must be red or dark_blue'],
    ['pageSize=ten', '#/pageSize', 'must be a whole number from -2147483648 to 2147483647'],
    ['pageSize=201', '#/pageSize', 'must be greater than or equal to 0 and less than or equal to 200'],
    ['isOpen=yes', '#/isOpen', 'must be true or false'],
    ['pageToken=a&pageToken=b', '#/pageToken', 'must be given once'],
    ['pageToken=%00', '#/pageToken', 'must not contain control characters'],
  ])('refuses %s', (query, pointer, detail) => {
    expect(errorsOf(() => read('ListThings', { query }))).toEqual([{ pointer, detail }]);
  });

  it('checks the rules of the contract, and points into the body', () => {
    const body = { name: 'x'.repeat(101), tags: ['fine', 'far too long'] };
    expect(errorsOf(() => read('UpdateThing', { path: ['t1'], body }))).toEqual([
      { pointer: '#/name', detail: expect.stringContaining('100') },
      { pointer: '#/tags/1', detail: expect.stringContaining('10') },
    ]);
  });

  it('says what is required', () => {
    expect(errorsOf(() => read('Enter', { body: {} }))).toEqual([{ pointer: '#/text', detail: 'is required' }]);
    expect(errorsOf(() => read('UpdateThing', { path: ['t1'] }))).toEqual([{ pointer: '#', detail: 'is required' }]);
  });

  it('takes no field from the body that the path already names', () => {
    const body = { siteId: 'quay' };
    expect(errorsOf(() => read('UpdateSite', { path: ['north'], body }))).toEqual([
      { pointer: '#/siteId', detail: 'is not a field of this request' },
    ]);
  });

  it('may be without a body where nothing is required', () => {
    expect(read('CreateThing', {})).toMatchObject({ name: '' });
  });
});

describe('a partial update', () => {
  const maskOf = (body: unknown, query = '') =>
    (read('UpdateSite', { path: ['north'], query, body }) as unknown as { updateMask: { paths: string[] } }).updateMask
      .paths;

  it('changes what the body has, when nothing else is said', () => {
    expect(maskOf({ name: 'North', slackWebhooks: [] })).toEqual(['name', 'slack_webhooks']);
  });

  it('changes of an object what the body has of it', () => {
    expect(maskOf({ declaration: { text: 'x' }, digest: { time: '18:00', emails: [] } })).toEqual([
      'declaration.text',
      'digest.time',
      'digest.emails',
    ]);
    expect(maskOf({ digest: {} })).toEqual(['digest']);
  });

  it('clears what the body says is null', () => {
    expect(maskOf({ declaration: null })).toEqual(['declaration']);
  });

  it('changes what the mask names, and nothing else', () => {
    expect(maskOf({ name: 'North', carryOver: true }, 'updateMask=name,dayRollover')).toEqual(['name', 'day_rollover']);
  });

  it('may name a part of a field', () => {
    expect(maskOf({ declaration: { text: 'x' } }, 'updateMask=declaration.text')).toEqual(['declaration.text']);
  });

  it.each(['nope', 'name.first', 'slackWebhooks.url', 'siteId'])('refuses a mask that names %s', (mask) => {
    expect(errorsOf(() => maskOf({ name: 'North' }, `updateMask=${mask}`))).toEqual([
      { pointer: '#/updateMask', detail: `names ${mask}, which is not a field that can be changed` },
    ]);
  });
});
