import { create, type DescService } from '@bufbuild/protobuf';
import { bindingsOf, pathOf } from '@guildhall/contracts';
import { GatewayService } from '@guildhall/contracts/gateway/v1/service';
import { NotifierService } from '@guildhall/contracts/notifier/v1/service';
import { RegisterService } from '@guildhall/contracts/register/v1/service';
import { serve } from '@guildhall/messaging';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProbeService } from './testing/contract.ts';
import { type House, openHouse } from './testing/house.ts';

const services: readonly DescService[] = [GatewayService, NotifierService, RegisterService, ProbeService];
const ways = services
  .flatMap(({ methods }) => methods)
  .filter(({ methodKind }) => methodKind === 'unary')
  .flatMap(bindingsOf)
  .map((binding) => ({ verb: binding.verb, path: pathOf(binding) }));

let house: House;
let url = '';

beforeAll(async () => {
  house = await openHouse();
  house.identity.tokens.set('all', { personId: 'ada', permissions: ['*'] });
  for (const service of [NotifierService, RegisterService]) {
    const answers = service.methods.map(({ localName, output }) => [localName, async () => create(output)]);
    serve(house.bus, service, Object.fromEntries(answers) as never);
  }
  ({ url } = await house.open({ services }));
});
afterAll(() => house.close());

const segment = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 10 }),
);
const body = fc.oneof(
  fc.json({ maxDepth: 6 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .dictionary(fc.constantFrom('name', 'siteId', 'colour', 'children', 'at', 'labels', 'ids', 'text'), fc.jsonValue())
    .map((one) => JSON.stringify(one)),
);
const query = fc.oneof(
  fc.constant(''),
  fc.webQueryParameters(),
  fc.constantFrom('pageSize=1e9', 'pageSize=-1', 'updateMask=a.b.c', 'since=x'),
);

describe('whatever anybody sends', () => {
  it('is answered or refused, and never a failure of ours', async () => {
    const request = fc.record({ way: fc.constantFrom(...ways), segment, body, query });
    await fc.assert(
      fc.asyncProperty(request, async ({ way, segment: text, body: sent, query: asked }) => {
        const path = way.path.replace(/\{\w+\}/g, () => encodeURIComponent(text.toWellFormed()));
        const hasBody = way.verb !== 'GET';
        const answer = await fetch(`${url}${path}?${asked}`, {
          method: way.verb,
          headers: { authorization: 'Bearer all', ...(hasBody && { 'content-type': 'application/json' }) },
          ...(hasBody && { body: sent }),
        });
        const said = await answer.text();
        expect(answer.status, `${way.verb} ${path}?${asked} ${sent} ${said}`).toBeLessThan(500);
        const isProblem = answer.headers.get('content-type') === 'application/problem+json';
        expect(isProblem).toBe(answer.status >= 400);
      }),
      { numRuns: 600 },
    );
  });
});
