import { bindingsOf } from '@guildhall/contracts';
import { describe, expect, it } from 'vitest';
import { ProbeService } from '../../../testing/contract.ts';
import { router } from './router.ts';

const bindings = ProbeService.methods.flatMap(bindingsOf);
const find = router(bindings.map((binding) => [binding, binding.method.name] as const));
const found = (path: string) => {
  const match = find(path);
  return match && { routes: Object.fromEntries(match.byVerb), path: match.path };
};

describe('the router', () => {
  it('finds every verb of a path', () => {
    expect(found('/api/probe/things')).toEqual({ routes: { GET: 'ListThings', POST: 'CreateThing' }, path: [] });
  });

  it('hands over what the path says', () => {
    expect(found('/api/probe/things/x%2Fy')).toEqual({
      routes: { GET: 'GetThing', PATCH: 'UpdateThing', DELETE: 'DeleteThing' },
      path: ['x%2Fy'],
    });
  });

  it('prefers what is written over what may be anything', () => {
    expect(found('/api/probe/things/first')?.routes).toEqual({ GET: 'GetFirst' });
  });

  it('goes back to the variable where the literal leads nowhere', () => {
    expect(found('/api/probe/things/first/file')).toEqual({
      routes: { PUT: 'Upload', GET: 'Download' },
      path: ['first'],
    });
  });

  it.each([
    '/',
    '/api',
    '/api/probe',
    '/api/probe/',
    '/api/probe/things/',
    '/api/probe//file',
    '/api/probe/things/a/b',
    '/API/probe/things',
    '',
  ])('finds nothing at "%s"', (path) => {
    expect(found(path)).toBeUndefined();
  });

  it('refuses two methods that claim the same path', () => {
    const [first] = bindings;
    expect(() =>
      router([
        [first!, 1],
        [first!, 2],
      ]),
    ).toThrow('two methods claim');
  });
});
