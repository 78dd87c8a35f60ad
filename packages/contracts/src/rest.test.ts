import type { DescMethod, DescService } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { GatewayService } from './gen/gateway/v1/service_pb.ts';
import { ChallengeStateSchema, IdentityService, MethodSchema } from './gen/identity/v1/service_pb.ts';
import { NotifierService } from './gen/notifier/v1/service_pb.ts';
import { RegisterService } from './gen/register/v1/service_pb.ts';
import { bindingsOf, enumWord, enumWords, pathOf } from './rest.ts';

const services: readonly DescService[] = [GatewayService, IdentityService, NotifierService, RegisterService];
const first = (method: DescMethod) => {
  const [binding] = bindingsOf(method);
  if (!binding) throw new Error(`${String(method)} is not reachable`);
  return binding;
};
const names = (fields: readonly { jsonName: string }[]) => fields.map(({ jsonName }) => jsonName);

describe('how HTTP reaches a method', () => {
  it('is by verb and path, with the names that JSON has', () => {
    const binding = first(RegisterService.method.getPresence);
    expect([binding.verb, pathOf(binding)]).toEqual(['GET', '/api/register/sites/{siteId}/presence']);
  });

  it('may be by several paths', () => {
    expect(bindingsOf(IdentityService.method.getMe).map(pathOf)).toEqual([
      '/api/people/me',
      '/api/register/me/profile',
    ]);
  });

  it('is no way at all for internal methods', () => {
    expect(bindingsOf(IdentityService.method.resolveCredential)).toEqual([]);
  });

  it('takes from the query what neither path nor body has', () => {
    expect(names(first(NotifierService.method.listDeadLetters).query)).toEqual(['pageSize', 'pageToken']);
    expect(first(RegisterService.method.signIn)).toMatchObject({ body: 'message', query: [] });
    expect(first(IdentityService.method.getMe)).toMatchObject({ body: 'none', query: [] });
  });

  it('knows the body and the mask of a partial update', () => {
    const { body, mask, query } = first(RegisterService.method.updateSite);
    expect(body).toMatchObject({ jsonName: 'site' });
    expect(mask?.jsonName).toBe('updateMask');
    expect(names(query)).toEqual(['updateMask']);
  });

  it('is never the same for two methods', () => {
    const all = services.flatMap(({ methods }) => methods).flatMap(bindingsOf);
    const ways = all.map((binding) => `${binding.verb} ${pathOf(binding)}`);
    expect(new Set(ways).size).toBe(ways.length);
  });
});

describe('an enum in JSON', () => {
  it('is a short lower-case word', () => {
    expect(enumWords(MethodSchema)).toEqual(['email', 'sms', 'push']);
    expect(enumWords(ChallengeStateSchema)).toContain('send_failed');
  });

  it('has no word for what is not specified', () => {
    expect(enumWords(MethodSchema)).not.toContain('unspecified');
    expect(MethodSchema.values.map(enumWord)).toContain('unspecified');
  });
});
