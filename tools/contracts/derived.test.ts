import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { derivedFiles } from './generate.ts';

const root = join(import.meta.dirname, '..', '..');
type Operation = {
  operationId: string;
  security: unknown[];
  parameters?: { name?: string }[];
  responses: object;
  requestBody?: unknown;
};
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<
      string,
      { properties: Record<string, unknown>; required?: string[]; additionalProperties?: boolean }
    >;
  };
};

let document: Document;
let client = '';

beforeAll(async () => {
  const files = await derivedFiles(root);
  document = JSON.parse(files.get(join('services', 'gateway', 'openapi.json')) ?? '{}') as Document;
  const written = [...files].filter(([path]) => path.startsWith(join('packages', 'client', 'src', 'gen')));
  client = written.map(([, text]) => text).join('\n');
}, 20_000);

describe('the OpenAPI document', () => {
  it('has every path, with a name of its own for each operation', () => {
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(ids.length).toBeGreaterThan(30);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says what a request needs', () => {
    const challenge = document.paths['/api/auth/challenges']?.['post'];
    expect(challenge?.security).toEqual([]);
    expect(challenge?.requestBody).toMatchObject({
      content: { 'application/json': { schema: { required: ['method', 'value'], additionalProperties: false } } },
    });
    expect(Object.keys(challenge?.responses ?? {})).toEqual(['202', '4XX', '5XX']);
  });

  it('requires nothing of a change but what says whom it is about', () => {
    expect(document.components.schemas['UpdateVolunteerRequest']?.required ?? []).toEqual([]);
  });

  it('says who may ask, and how a cookie write proves itself', () => {
    const signIn = document.paths['/api/register/me/sign-in']?.['post'];
    expect(signIn?.security).toEqual([{ session: [], csrf: [] }, { bearer: [] }]);
    expect(signIn?.parameters).toEqual([{ $ref: '#/components/parameters/IdempotencyKey' }]);
  });

  it('carries the rules of the contract', () => {
    expect(document.components.schemas['SiteInput']?.properties['name']).toEqual({ type: 'string', maxLength: 100 });
    expect(document.components.schemas['Site']?.required).toContain('today');
    expect(document.components.schemas['Movement']?.required).not.toContain('visitId');
  });

  it('carries the comments of the contract', () => {
    expect(document.components.schemas['Movement']?.properties['occupancy']).toMatchObject({
      description: 'Distinct people inside after the change.',
    });
  });

  it('says where a version is asked for and given, and what is taken for later', () => {
    const update = document.paths['/api/volunteers/{volunteerId}']?.['patch'];
    expect(update?.parameters).toContainEqual({ $ref: '#/components/parameters/IfMatch' });
    expect(update?.responses).toMatchObject({
      200: { headers: { ETag: { $ref: '#/components/headers/ETag' } } },
      202: { description: expect.stringContaining('`pendingApproval`') },
    });
    expect(document.paths['/api/volunteers/{volunteerId}']?.['get']?.parameters).not.toContainEqual({
      $ref: '#/components/parameters/IfMatch',
    });
  });

  it('never shows a session', () => {
    expect(JSON.stringify(document)).not.toContain('max_age_seconds');
    expect(document.components.schemas['SignedIn']?.properties).toEqual({ person: expect.anything() });
  });

  it('refers to nothing that is not there', () => {
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name,
    );
    expect(references.filter((name) => name && !(name in document.components.schemas))).toEqual([]);
  });
});

describe("the browser's client", () => {
  it('has a function for every method, with its path', () => {
    expect(client).toContain("call<Movement>('POST', `/api/register/me/sign-in`, { body: request, ...extra })");
    expect(client).toContain('`/api/register/sites/${encodeURIComponent(request.siteId)}/presence`');
  });

  it('leaves out of the body what the path has', () => {
    expect(client).toContain('const { challengeId: _challengeId, ...body } = request;');
  });

  it('knows the words of an enum, and what may be absent', () => {
    expect(client).toContain("readonly state: 'in' | 'out';");
    expect(client).toContain('readonly since?: string | undefined;');
  });

  it('has each type once, also where two services call something the same', () => {
    const names = [...client.matchAll(/^export type (\w+)/gm)].map(([, name]) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('gives the address of a feed and the type of its events', () => {
    expect(client).toContain('streamPresence: (request: StreamPresenceRequest): string =>');
    expect(client).toContain("readonly 'visit-opened': VisitOpened;");
  });

  it('needs nothing but itself', () => {
    expect([...client.matchAll(/from '(.*)'/g)].filter(([, from]) => !/^\.\.?\/[\w/]+\.ts$/.test(from ?? ''))).toEqual(
      [],
    );
  });

  it('has the functions of each package in a file of its own, which needs the types alone', () => {
    expect(client).toContain('export const volunteers = (call: Call) => ({');
    expect(client).toContain('  volunteers: volunteers(call),');
    expect(
      [...client.matchAll(/^import .*client\.ts';$/gm)].filter(([line]) => !line.startsWith('import type')),
    ).toEqual([]);
  });
});
