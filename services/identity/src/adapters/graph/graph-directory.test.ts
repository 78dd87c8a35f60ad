import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type GraphPlaces, graphDirectory } from './graph-directory.ts';

let server: Server;
let places: GraphPlaces;
let asked: string[];
let answers: Map<string, readonly [status: number, body: unknown]>;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`.trim());
    const [status, body] = answers.get(request.url ?? '') ?? [404, {}];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const login = { tenant: 't1', clientId: 'app', clientSecret: 'secret' };
  places = { ...login, loginUrl: url, graphUrl: `${url}/v1.0` };
});
afterAll(() => void server.close());
beforeEach(() => {
  asked = [];
  answers = new Map([['/t1/oauth2/v2.0/token', [200, { access_token: 'token' }]]]);
});

const first = '/v1.0/users/delta?$select=id,givenName,surname,displayName,mail,accountEnabled';
const link = (more: string): string => `${places.graphUrl}/users/delta?${more}`;
const changes = (from?: string) => graphDirectory(places).changes(from);
const unavailable = { kind: 'unavailable', code: 'identity.directory_unavailable' };

it('reads every page with a token of the app', async () => {
  const ada = { id: 'a', givenName: 'Ada', surname: 'Lovelace', mail: 'ada@example.org', accountEnabled: true };
  answers.set(first, [200, { value: [ada], '@odata.nextLink': link('$skiptoken=1') }]);
  const rest = [
    { id: 'b', displayName: 'Bob Moog', accountEnabled: false },
    { id: 'c', '@removed': {} },
  ];
  answers.set('/v1.0/users/delta?$skiptoken=1', [200, { value: rest, '@odata.deltaLink': link('$deltatoken=7') }]);
  expect(await changes()).toEqual({
    people: [
      { id: 'a', firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.org', isEnabled: true },
      { id: 'b', firstName: 'Bob', lastName: 'Moog', isEnabled: false },
    ],
    removedIds: ['c'],
    link: link('$deltatoken=7'),
    isComplete: true,
  });
  expect(asked.map((one) => one.split(' ').slice(2).join(' '))).toEqual(['', 'Bearer token', 'Bearer token']);
});

it('goes on from a link, and starts over when that is outdated', async () => {
  answers.set('/v1.0/users/delta?$deltatoken=7', [200, { value: [], '@odata.deltaLink': link('$deltatoken=8') }]);
  expect(await changes(link('$deltatoken=7'))).toMatchObject({ isComplete: false, link: link('$deltatoken=8') });
  answers.set('/v1.0/users/delta?$deltatoken=8', [410, {}]);
  answers.set(first, [200, { value: [], '@odata.deltaLink': link('$deltatoken=9') }]);
  expect(await changes(link('$deltatoken=8'))).toMatchObject({ isComplete: true, link: link('$deltatoken=9') });
});

it('gives the last word on somebody who is named twice', async () => {
  const value = [
    { id: 'a', givenName: 'Old', surname: 'X' },
    { id: 'a', givenName: 'New', surname: 'X' },
  ];
  answers.set(first, [200, { value, '@odata.deltaLink': link('$deltatoken=1') }]);
  expect((await changes()).people).toMatchObject([{ firstName: 'New' }]);
});

it.each([
  ['an answer that is no success', [500, {}]],
  ['an answer that is not what is published', [200, { value: 'everybody' }]],
  ['pages that lead nowhere', [200, { value: [] }]],
] as const)('is unavailable by %s', async (_name, answer) => {
  answers.set(first, answer);
  await expect(changes()).rejects.toMatchObject(unavailable);
});

it('takes its token nowhere else, whatever a page says', async () => {
  answers.set(first, [200, { value: [], '@odata.nextLink': 'http://attacker.example/' }]);
  await expect(changes()).rejects.toMatchObject(unavailable);
  await expect(changes('http://attacker.example/')).rejects.toMatchObject(unavailable);
});

it('is unavailable when nobody answers, or the app is not let in', async () => {
  await expect(graphDirectory({ ...places, tenant: 'other' }).changes(undefined)).rejects.toMatchObject(unavailable);
  const nowhere = { ...places, loginUrl: 'http://127.0.0.1:9' };
  await expect(graphDirectory(nowhere).changes(undefined)).rejects.toMatchObject(unavailable);
});
