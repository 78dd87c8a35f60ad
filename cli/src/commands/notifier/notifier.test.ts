import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exitCodes } from '../../exit-codes.ts';
import { type Answer, answering, machine, type Request } from '../../testing.ts';

let server: Awaited<ReturnType<typeof answering>>;
let desk: Awaited<ReturnType<typeof machine>>;
let answers: (request: Request) => Answer;

const counts = {
  waiting: 0,
  held: 0,
  sending: 0,
  sent: 2,
  failed: 1,
  expired: 0,
  cancelled: 0,
  escalations: 0,
  answered: 0,
};
const request = {
  id: 'r1',
  state: 'running',
  template: 'watch-alert',
  requestedAt: '2026-03-02T09:00:00Z',
  total: 3,
  handled: 3,
  created: 3,
  refused: 0,
  refusals: [],
  ...counts,
};

beforeEach(async () => {
  server = await answering((asked) => answers(asked));
  desk = await machine();
  answers = () => ({ body: request });
});
afterEach(async () => {
  await server.close();
  await desk.remove();
});

const typed = (...args: string[]) => desk.type('--url', server.url, '--token', 't1', 'notifier', ...args);
const asked = (): string[] => server.requests.map(({ verb, path }) => `${verb} ${path}`);

describe('notifier send', () => {
  const accepted = { body: { requestId: 'r1', messageIds: [], accepted: 2 }, status: 202 };

  it('names everybody as they were typed, and those of a file', async () => {
    answers = () => accepted;
    const path = join(desk.folder, 'more.txt');
    await writeFile(path, 'topic:news\n\n+44 7700 900123\n');
    const to = [
      '-t',
      'person:p1',
      '-t',
      'ada@example.org',
      '-t',
      'role:steward',
      '-t',
      'slack:#all',
      '--to-file',
      path,
    ];

    const { said, out } = await typed(
      'send',
      'news',
      '-c',
      'course',
      ...to,
      '-v',
      'title=A=B',
      '--at',
      '2026-03-02T09:00Z',
    );

    expect({ said, out }).toMatchObject({ out: expect.stringContaining('notifier show r1') });
    expect(server.requests[0]?.body).toEqual({
      template: 'news',
      category: 'course',
      variables: { title: 'A=B' },
      sendAt: '2026-03-02T09:00:00.000Z',
      recipients: [
        { personId: 'p1' },
        { email: 'ada@example.org' },
        { role: 'steward' },
        { slackChannel: '#all' },
        { topic: 'news' },
        { phone: '+447700900123' },
      ],
    });
  });

  it.each([
    ['nobody', []],
    ['what is no recipient', ['-t', 'ada']],
    ['what is no pair', ['-t', 'a@x.org', '-v', 'title']],
    ['what is no time', ['-t', 'a@x.org', '--at', 'soon']],
    ['a file that is not there', ['--to-file', '/nowhere/at/all']],
  ])('asks nothing for %s', async (_what, args) => {
    expect((await typed('send', 'news', '-c', 'course', ...args)).code).toBe(exitCodes.usage);
    expect(asked()).toEqual([]);
  });

  it('says which field was refused', async () => {
    const errors = [{ pointer: '#/variables/title', detail: 'is required' }];
    answers = () => ({ status: 422, body: { detail: 'No.', code: 'notifier.invalid_request', errors } });
    const { code, said } = await typed('send', 'news', '-c', 'course', '-t', 'a@x.org');
    expect(code).toBe(exitCodes.refused);
    expect(said).toContain('#/variables/title: is required');
  });
});

describe('notifier show, cancel and list', () => {
  it('shows how far a request is', async () => {
    const { out } = await typed('show', 'r1');
    expect(out).toBe('r1: watch-alert, running\nRecipients: 3 of 3, messages: 3\n2 sent, 1 failed');
    expect(asked()).toEqual(['GET /api/notifier/requests/r1']);
  });

  it('shows why some were refused, and who answered', async () => {
    const refusals = [{ code: 'notifier.bad_recipient', count: 1 }];
    answers = () => ({ body: { ...request, refused: 1, refusals, escalations: 3, answered: 2 } });
    const { out } = await typed('show', 'r1');
    expect(out).toContain('notifier.bad_recipient: 1');
    expect(out).toContain('Answered: 2 of 3');
  });

  it('stops a request, or one message', async () => {
    await typed('cancel', 'r1');
    answers = () => ({ body: { messageId: 'm1' } });
    expect((await typed('cancel', 'm1', '--message')).out).toContain('m1 will not be sent');
    expect(asked()).toEqual(['POST /api/notifier/requests/r1/cancel', 'POST /api/notifier/messages/m1/cancel']);
  });

  it('lists the latest', async () => {
    answers = () => ({ body: { requests: [request] } });
    expect((await typed('list')).out.split('\n').at(-1)).toContain('watch-alert  running');
  });
});
