import { describe, expect, it } from 'vitest';
import { IdentityService } from './gen/identity/v1/service_pb.ts';
import { RegisterService } from './gen/register/v1/service_pb.ts';
import { accessOf, httpRuleOf, restOf } from './options.ts';
import { everyPermission, services } from './services.ts';

const methods = services.flatMap((service) => service.methods);

describe('every method of every contract', () => {
  it.each(methods.map((method) => [`${method.parent.name}.${method.name}`, method] as const))(
    '%s says who may call it and how',
    (_name, method) => {
      const { kind } = accessOf(method);

      expect(httpRuleOf(method) === undefined).toBe(kind === 'internal');
    },
  );
});

describe('what HTTP adds', () => {
  it('is read from the contract', () => {
    expect(restOf(IdentityService.method.createChallenge)).toMatchObject({ status: 202, limits: [{ count: 20 }] });
    expect(restOf(IdentityService.method.logout).endsSession).toBe(true);
    expect(restOf(RegisterService.method.streamPresence).feed).toMatchObject({ match: 'site_id' });
  });

  it('is nothing where the contract says nothing', () => {
    expect(restOf(RegisterService.method.signIn)).toMatchObject({ status: 0, limits: [], endsSession: false });
  });
});

it('lists every permission once', () => {
  const permissions = everyPermission();

  expect(permissions).toContain('register.view_report');
  expect(permissions).toEqual([...new Set(permissions)].toSorted());
});
