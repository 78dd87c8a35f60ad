import { AppError, type ErrorKind, statusOf } from '@guildhall/kernel';
import { describe, expect, it } from 'vitest';
import { isFinal, problemAnswer } from './problem.ts';
import { methodNotAllowed } from './refusal.ts';

const scene = { publicUrl: 'https://members.example.org', path: '/api/register/sites', traceId: 'abc' };
const problem = (error: unknown, path = scene.path): Record<string, unknown> => {
  const { status, headers, body } = problemAnswer(error, { ...scene, path });
  return { status, headers, ...(JSON.parse(String(body)) as Record<string, unknown>) };
};
const kinds = Object.keys(statusOf) as ErrorKind[];

describe('a problem', () => {
  it.each(kinds)('has the status of its kind: %s', (kind) => {
    expect(problem(new AppError(kind, 'probe.x', 'X.'))).toMatchObject({
      type: 'https://members.example.org/problems/probe.x',
      status: statusOf[kind],
      title: expect.any(String),
      detail: 'X.',
      code: 'probe.x',
      instance: '/api/register/sites',
      traceId: 'abc',
    });
  });

  it.each([
    ['stale', 412],
    ['conflict', 409],
    ['not-found', 404],
  ] as const)('where If-Match was given, %s is %i', (kind, status) => {
    const { status: given, body } = problemAnswer(new AppError(kind, 'probe.x', 'X.'), {
      ...scene,
      isConditional: true,
    });
    expect([given, JSON.parse(String(body))]).toEqual([status, expect.objectContaining({ status })]);
  });

  it('says nothing of an error that nobody foresaw', () => {
    const text = JSON.stringify(problem(new Error('the password is 1234', { cause: new Error('1234') })));
    expect(text).toContain('gateway.internal_error');
    expect(text).not.toContain('1234');
  });

  it('says nothing of its cause', () => {
    const text = JSON.stringify(problem(new AppError('conflict', 'probe.x', 'X.', { cause: new Error('1234') })));
    expect(text).not.toContain('1234');
  });

  it('has the details of the refusal, which cannot replace its own members', () => {
    const details = { today: '2026-03-02', status: 200, code: 'fine' };
    expect(problem(new AppError('conflict', 'probe.x', 'X.', { details }))).toMatchObject({
      today: '2026-03-02',
      status: 409,
      code: 'probe.x',
    });
  });

  it('names fields as URI fragments', () => {
    const errors = [
      { pointer: '/name', detail: 'is taken' },
      { pointer: '#/kind', detail: 'is wrong' },
    ];
    expect(problem(new AppError('invalid', 'probe.x', 'X.', { errors }))['errors']).toEqual([
      { pointer: '#/name', detail: 'is taken' },
      { pointer: '#/kind', detail: 'is wrong' },
    ]);
  });

  it.each([
    ['rpc.no_responder', 503, 'gateway.no_responder'],
    ['rpc.outcome_unknown', 503, 'gateway.outcome_unknown'],
    ['rpc.overloaded', 503, 'gateway.overloaded'],
    ['rpc.disconnected', 503, 'gateway.disconnected'],
    ['store.unavailable', 503, 'store.unavailable'],
    ['rpc.deadline_exceeded', 504, 'gateway.deadline_exceeded'],
    ['rpc.request_too_large', 413, 'gateway.request_too_large'],
  ])('keeps our inside to itself: %s', (inside, status, code) => {
    expect(problem(new AppError('unavailable', inside, 'X.'))).toMatchObject({ status, code });
  });

  it('says when to come back', () => {
    expect(problem(new AppError('unavailable', 'probe.x', 'X.')).headers).toHaveProperty('retry-after', '1');
    expect(problem(new AppError('locked', 'probe.x', 'X.', { retryAfterSeconds: 900 })).headers).toHaveProperty(
      'retry-after',
      '900',
    );
    expect(problem(new AppError('conflict', 'probe.x', 'X.')).headers).not.toHaveProperty('retry-after');
  });

  it('says how to sign in', () => {
    expect(problem(new AppError('unauthenticated', 'probe.x', 'X.')).headers).toHaveProperty(
      'www-authenticate',
      'Bearer',
    );
  });

  it('carries what HTTP demands', () => {
    expect(problem(methodNotAllowed('GET')).headers).toMatchObject({
      allow: 'GET',
      'content-type': 'application/problem+json',
    });
  });

  it('never shows the personal address that was asked for', () => {
    expect(problem(new Error('x'), '/t/secret-token')['instance']).toBe('/t/…');
  });
});

describe('a refusal', () => {
  it.each(kinds)('of this kind is kept for a repeat, unless a repeat may succeed: %s', (kind) => {
    const mayPass = ['stale', 'locked', 'rate-limited', 'unavailable'].includes(kind);
    expect(isFinal(new AppError(kind, 'probe.x', 'X.'))).toBe(!mayPass);
  });
});
