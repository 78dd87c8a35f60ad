import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exitCodes } from './exit-codes.ts';
import { type Answer, answering, machine, type Request } from './testing.ts';

type Server = Awaited<ReturnType<typeof answering>>;
type Machine = Awaited<ReturnType<typeof machine>>;

let server: Server;
let desk: Machine;
let answers: (request: Request) => Answer;

beforeEach(async () => {
  server = await answering((request) => answers(request));
  desk = await machine(['123456']);
});
afterEach(async () => {
  await server.close();
  await desk.remove();
});

const site = { id: 'vw', name: 'Vauxhall Walk', timeZone: 'Europe/London', today: '2026-03-02' };
const refused = (status: number, code: string): Answer => ({
  status,
  body: { title: 'Refused', detail: 'That is not possible.', code, errors: [{ pointer: '/name', detail: 'is empty' }] },
});
const me = { displayName: 'Ada Lovelace', handle: 'ada.lovelace' };
const tokens = (number: number) => ({ accessToken: `access-${number}`, refreshToken: `refresh-${number}` });

/** A platform that sends codes and gives out numbered tokens, of which only the last opens anything. */
function platform() {
  let given = 0;
  return ({ verb, path, headers }: Request): Answer => {
    if (path === '/api/auth/challenges') return { status: 202, body: { challengeId: 'c1' } };
    if (path === '/api/auth/challenges/c1/verify') {
      return { body: { status: 'signed_in', person: me }, headers: { 'set-cookie': 'session=s1; HttpOnly' } };
    }
    if (path === '/api/auth/session') return { body: { csrfToken: 'csrf-1' } };
    if (path.startsWith('/api/auth/app-tokens')) return { status: 201, body: tokens(++given) };
    if (verb === 'GET' && headers.authorization === `Bearer access-${given}`) return { body: me };
    return refused(401, 'gateway.unauthenticated');
  };
}

describe('guildhall login', () => {
  beforeEach(() => {
    answers = platform();
  });

  it('signs this machine in with the code that was sent', async () => {
    const { code, said } = await desk.type('login', '--url', server.url, '--email', 'ada@example.org');
    expect({ code, said }).toMatchObject({ code: exitCodes.done, said: expect.stringContaining('as Ada Lovelace') });
    expect((await desk.type('whoami')).out).toBe(`Ada Lovelace (ada.lovelace) at ${server.url}`);
  });

  it('sends the cookie and the CSRF token of the sign-in when it asks for tokens', async () => {
    await desk.type('login', '--url', server.url, '--email', 'ada@example.org');
    const asked = server.requests.find(({ path }) => path === '/api/auth/app-tokens');
    expect(asked?.headers).toMatchObject({ cookie: 'session=s1', 'x-csrf-token': 'csrf-1' });
  });

  it('keeps the tokens where only their owner may read them', async () => {
    await desk.type('login', '--url', server.url, '--email', 'ada@example.org');
    const path = join(desk.folder, 'credentials.json');
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ url: server.url, ...tokens(1) });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('goes on by itself when the access token has ended', async () => {
    await desk.type('login', '--url', server.url, '--email', 'ada@example.org');
    const current = answers;
    let ended = true;
    answers = (request) => {
      const isOver = ended && request.path === '/api/people/me';
      if (request.path === '/api/auth/app-tokens/refresh') ended = false;
      return isOver ? refused(401, 'gateway.unauthenticated') : current(request);
    };
    expect((await desk.type('whoami')).code).toBe(exitCodes.done);
    expect(JSON.parse(await readFile(join(desk.folder, 'credentials.json'), 'utf8'))).toMatchObject(tokens(2));
  });

  it('asks for one way to send the code', async () => {
    const { code, said } = await desk.type('login', '--url', server.url);
    expect({ code, said }).toMatchObject({ code: exitCodes.usage, said: expect.stringContaining('--email') });
  });
});

describe('a command', () => {
  const typed = (...args: string[]) => desk.type('--url', server.url, '--token', 't1', ...args);

  it('shows a table to people', async () => {
    answers = () => ({ body: { sites: [site] } });
    expect((await typed('sites', 'list')).out.split('\n')).toEqual([
      'ID  NAME           ZONE           TODAY',
      '--  -------------  -------------  ----------',
      'vw  Vauxhall Walk  Europe/London  2026-03-02',
    ]);
  });

  it('gives programs JSON and nothing else', async () => {
    answers = () => ({ body: { sites: [site] } });
    const { out, said } = await typed('--json', 'sites', 'list');
    expect({ rows: JSON.parse(out), said }).toEqual({ rows: [site], said: '' });
  });

  it('carries the personal token that it was given', async () => {
    answers = () => ({ body: { sites: [] } });
    await typed('sites', 'list');
    expect(server.requests[0]?.headers.authorization).toBe('Bearer t1');
  });

  it('says why it was refused, field by field', async () => {
    answers = () => refused(422, 'register.invalid_site');
    const { code, said } = await typed('sites', 'create', 'x', '--name', ' ', '--time-zone', 'Europe/London');
    expect(code).toBe(exitCodes.refused);
    expect(said).toBe('That is not possible. (register.invalid_site)\n  /name: is empty');
  });

  it.each([
    [401, exitCodes.forbidden],
    [403, exitCodes.forbidden],
    [409, exitCodes.refused],
    [503, exitCodes.unreachable],
  ])('ends with another code for %i', async (status, code) => {
    answers = () => refused(status, 'register.some_reason');
    expect((await typed('sites', 'list')).code).toBe(code);
  });

  it('says so when nothing answers', async () => {
    await server.close();
    const { code, said } = await typed('sites', 'list');
    expect({ code, said }).toMatchObject({ code: exitCodes.unreachable, said: expect.stringContaining(server.url) });
  });

  it('says what is wrong with the command line', async () => {
    const { code, said } = await typed('sites', 'create', 'x');
    expect({ code, said }).toMatchObject({ code: exitCodes.usage, said: expect.stringContaining('--name') });
  });

  it('asks which site where there are several', async () => {
    answers = () => ({ body: { sites: [site, { ...site, id: 'annex' }] } });
    const { code, said } = await typed('register', 'stats');
    expect({ code, said }).toEqual({ code: exitCodes.usage, said: 'Say which site with --site: vw, annex.' });
  });

  it('explains itself', async () => {
    const { code, out } = await typed('register', '--help');
    expect(code).toBe(exitCodes.done);
    expect(out).toContain('send-reminders');
  });
});

describe('a merge', () => {
  const typed = (...args: string[]) => desk.type('--url', server.url, '--token', 't1', 'people', 'merge', ...args);

  it('only shows what would happen', async () => {
    const preview = {
      survivor: me,
      merged: [{ displayName: 'ada l' }],
      gainedPermissions: [],
      lostPermissions: ['x.y'],
    };
    answers = () => ({ body: preview });
    const { out } = await typed('a', 'b');
    expect(out).toContain('ada l would become Ada Lovelace.');
    expect(server.requests.map(({ path }) => path)).toEqual(['/api/people/merges/preview']);
  });

  it('is done after the person has proven who they are', async () => {
    let isProven = false;
    answers = ({ path, body }) => {
      if (path.endsWith('/challenges')) return { body: { challengeId: 'c2' } };
      if (path.endsWith('/reauthenticate')) isProven = JSON.stringify(body).includes('123456');
      if (path === '/api/people/merges' && !isProven) return refused(403, 'identity.reauthentication_required');
      return { body: { id: 'm1', undoUntil: '2026-04-01T00:00:00Z' } };
    };
    const { code, out } = await typed('a', 'b', '--yes');
    expect({ code, out }).toMatchObject({ code: exitCodes.done, out: expect.stringContaining('undo-merge m1') });
  });
});
