import { create, type DescMethod } from '@bufbuild/protobuf';
import { accessOf, bindingsOf, everyPermission, pathOf, services } from '@guildhall/contracts';
import { GatewayService } from '@guildhall/contracts/gateway/v1/service';
import { IdentityService } from '@guildhall/contracts/identity/v1/service';
import { serve } from '@guildhall/messaging';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type House, openHouse } from './testing/house.ts';

const methods = services.flatMap((service) => service.methods);
const reachable = methods.flatMap((method) =>
  bindingsOf(method).map((binding) => [`${binding.verb} ${pathOf(binding)}`, binding, method] as const),
);

let house: House;
let url = '';

beforeAll(async () => {
  house = await openHouse();
  ({ url } = await house.open({ services }));
  for (const service of services.filter((one) => one !== GatewayService && one !== IdentityService)) {
    const answers = service.methods.map(({ localName, output }) => [localName, async () => create(output)]);
    serve(house.bus, service, Object.fromEntries(answers) as never);
  }
});
afterAll(() => house.close());

/** Whether the gateway lets the caller past its own rules, whatever becomes of the request then. */
async function isLetIn(
  binding: ReturnType<typeof bindingsOf>[number],
  token: string | undefined,
): Promise<number | 'in'> {
  const path = pathOf(binding).replace(/\{\w+\}/g, 'x');
  const { status, json } = await ask(url + path, binding.verb, {
    ...(token && { token }),
    ...(binding.verb !== 'GET' && binding.verb !== 'DELETE' && { body: { notAField: 1 } }),
    headers: { 'x-probe': '1' },
  });
  return [401, 403].includes(status) && String(json['code']).startsWith('gateway.') ? status : 'in';
}

const tokenFor = (method: DescMethod, holds: boolean): string => {
  const access = accessOf(method);
  const token = `${method.parent.name}-${method.name}-${holds}`;
  const permission = access.kind === 'permission' ? access.permission : '';
  const permissions = holds ? [permission] : everyPermission().filter((one) => one !== permission);
  house.identity.tokens.set(token, { personId: token, permissions });
  return token;
};

const expected = {
  public: { nobody: 'in', person: 'in', holder: 'in' },
  person: { nobody: 401, person: 'in', holder: 'in' },
  permission: { nobody: 401, person: 403, holder: 'in' },
  kiosk: { nobody: 401, person: 403, holder: 403 },
} as const;

describe('who may do what, for every way in', () => {
  // A stream is followed elsewhere: here its answer would never end.
  const calls = reachable.filter(([, , method]) => method.methodKind === 'unary');

  it.each(calls)('%s', async (_name, binding, method) => {
    const { kind } = accessOf(method);
    if (kind === 'internal') throw new Error('an internal method is never reachable');
    expect({
      nobody: await isLetIn(binding, undefined),
      person: await isLetIn(binding, tokenFor(method, false)),
      holder: await isLetIn(binding, tokenFor(method, true)),
    }).toEqual(expected[kind]);
  });

  it('holds for feeds too', async () => {
    const feeds = reachable.filter(([, , method]) => method.methodKind !== 'unary');
    for (const [, binding] of feeds) expect(await isLetIn(binding, undefined)).toBe(401);
    // Whoever is let in follows for good: here only those who are not.
    const guarded = feeds.filter(([, , method]) => accessOf(method).kind === 'permission');
    expect(guarded.length).toBeGreaterThan(0);
    for (const [, binding, method] of guarded) expect(await isLetIn(binding, tokenFor(method, false))).toBe(403);
  });

  it('leaves no internal method a path', () => {
    const internal = methods.filter((method) => accessOf(method).kind === 'internal');
    expect(internal.length).toBeGreaterThan(0);
    expect(internal.flatMap(bindingsOf)).toEqual([]);
  });
});
