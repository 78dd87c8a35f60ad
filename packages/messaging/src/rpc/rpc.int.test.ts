import { create } from '@bufbuild/protobuf';
import { RegisterService, SignInRequestSchema } from '@guildhall/contracts/register/v1/service';
import { AppError, type Principal, servicePrincipal } from '@guildhall/kernel';
import { connectBus, type Bus } from '../index.ts';
import { testNats, type TestNats } from '@guildhall/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rpcCaller } from './caller.ts';
import { client } from './client.ts';
import { serve, type ServeOptions } from './serve.ts';
import type { Call, Implementation } from './types.ts';

const ada: Principal = {
  kind: 'session',
  personId: 'ada',
  sessionId: 's1',
  displayName: 'Ada Lovelace',
  permissions: ['register.sites.write'],
};

let nats: TestNats;
let serviceBus: Bus;
let callerBus: Bus;

beforeEach(async () => {
  nats = await testNats();
  serviceBus = await connectBus({ servers: nats.url, name: 'register' });
  callerBus = await connectBus({ servers: nats.url, name: 'gateway' });
});
afterEach(async () => {
  await Promise.all([serviceBus.close(), callerBus.close()]);
  await nats.close();
});

const answering = (methods: Partial<Implementation<typeof RegisterService>>, options?: ServeOptions) => {
  const nothing = () => Promise.reject(new Error('not part of this test'));
  const all = Object.fromEntries(RegisterService.methods.map(({ localName }) => [localName, nothing]));
  return serve(serviceBus, RegisterService, { ...all, ...methods } as Implementation<typeof RegisterService>, options);
};
const ready = () => Promise.all([serviceBus.nc.flush(), callerBus.nc.flush()]);

describe('calling a service', () => {
  it('brings the answer, and tells the service who asks from where', async () => {
    let seen: Call | undefined;
    answering({
      signIn: (request, call) => {
        seen = call;
        return Promise.resolve({ visitId: `visit of ${request.siteId}`, changed: true });
      },
    });
    await ready();
    const register = client(callerBus, RegisterService);
    const call = { principal: ada, client: { ip: '192.0.2.7', userAgent: 'Mozilla/5.0 ünï' } };
    const deadline = Date.now() + 1_000;
    await expect(register.signIn({ siteId: 'north' }, { ...call, deadline })).resolves.toMatchObject({
      visitId: 'visit of north',
      changed: true,
    });
    expect(seen).toEqual({ ...call, deadline });
  });

  it('acts as this process when nobody else is named', async () => {
    const principals: Principal[] = [];
    answering({ signIn: (_, { principal }) => (principals.push(principal), Promise.resolve({})) });
    await ready();
    await client(callerBus, RegisterService).signIn({});
    expect(principals).toEqual([servicePrincipal('gateway')]);
  });

  it('throws here what the service refused there, with everything but its cause', async () => {
    const refusal = new AppError('conflict', 'register.wrong_date', 'That is another day.', {
      cause: new Error('secret'),
      retryAfterSeconds: 7,
      errors: [{ pointer: '/clientDate', detail: 'is not today' }],
      details: { today: '2026-03-02' },
    });
    answering({ signIn: () => Promise.reject(refusal) });
    await ready();
    const caught = await client(callerBus, RegisterService)
      .signIn({})
      .catch((error: unknown) => error);
    expect(caught).toBeInstanceOf(AppError);
    expect(caught).toMatchObject({
      kind: 'conflict',
      code: 'register.wrong_date',
      message: 'That is another day.',
      retryAfterSeconds: 7,
      errors: refusal.errors,
      details: refusal.details,
    });
    expect((caught as Error).cause).toBeUndefined();
  });

  it('says nothing about an unexpected error, and reports it where it happened', async () => {
    const report = vi.fn<NonNullable<ServeOptions['report']>>();
    answering({ signIn: () => Promise.reject(new Error('secret of the service')) }, { report });
    await ready();
    const caught = await client(callerBus, RegisterService)
      .signIn({})
      .catch((error: unknown) => error);
    expect(caught).not.toBeInstanceOf(AppError);
    expect(String(caught)).not.toContain('secret');
    expect(report).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ message: 'secret of the service' }),
      RegisterService.method.signIn,
    );
  });

  it('gives each of many calls of one tick its own answer', async () => {
    answering({
      signIn: async ({ siteId }) => {
        if (siteId.endsWith('7')) throw new AppError('not-found', 'register.site_not_found', siteId);
        return { visitId: siteId };
      },
    });
    await ready();
    const register = client(callerBus, RegisterService);
    const sites = Array.from({ length: 1_500 }, (_, n) => `site-${n}`);
    const answers = await Promise.all(
      sites.map((siteId) =>
        register.signIn({ siteId }).then(
          ({ visitId }) => visitId,
          (error: Error) => error.message,
        ),
      ),
    );
    expect(answers).toEqual(sites);
  });

  it('carries bodies far larger than a batch', async () => {
    answering({ signIn: ({ entrance }) => Promise.resolve({ visitId: entrance ?? '' }) });
    await ready();
    const entrance = 'x'.repeat(2 * 1024 * 1024);
    const answers = await Promise.all(
      [1, 2, 3].map(() => client(callerBus, RegisterService).signIn({ siteId: 'a', entrance })),
    );
    expect(answers.map(({ visitId }) => visitId?.length)).toEqual([entrance.length, entrance.length, entrance.length]);
  });

  it('carries an answer larger than any message of the bus', async () => {
    const visitId = 'x'.repeat(9 * 1024 * 1024);
    answering({ signIn: () => Promise.resolve({ visitId }) });
    await ready();
    const register = client(callerBus, RegisterService);
    const answers = await Promise.all([register.signIn({}), register.signIn({})]);
    expect(answers.map((answer) => answer.visitId === visitId)).toEqual([true, true]);
  });

  it('refuses a request that the bus cannot carry, and serves the others', async () => {
    answering({ signIn: () => Promise.resolve({ visitId: 'v' }) });
    await ready();
    const register = client(callerBus, RegisterService);
    const tooLarge = register.signIn({ entrance: 'x'.repeat(9 * 1024 * 1024) });
    const small = register.signIn({});
    await expect(tooLarge).rejects.toMatchObject({ code: 'rpc.request_too_large' });
    await expect(small).resolves.toMatchObject({ visitId: 'v' });
  });

  it('shares the load between replicas', async () => {
    const other = await connectBus({ servers: nats.url, name: 'register' });
    const seen = { one: 0, two: 0 };
    answering({ listSites: () => (seen.one++, Promise.resolve({})) });
    const first = serviceBus;
    serviceBus = other;
    answering({ listSites: () => (seen.two++, Promise.resolve({})) });
    await ready();
    await first.nc.flush();
    for (let n = 0; n < 50; n += 1) await client(callerBus, RegisterService).listSites({});
    expect(seen.one + seen.two).toBe(50);
    expect(Math.min(seen.one, seen.two)).toBeGreaterThan(0);
    await first.close();
  });
});

describe('calls that get no answer', () => {
  const call = (deadline: number): Call => ({ principal: ada, client: { ip: '', userAgent: '' }, deadline });
  const request = create(SignInRequestSchema);

  it('fail at once when nobody serves the method', async () => {
    const startedAt = performance.now();
    await expect(client(callerBus, RegisterService).signIn({})).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'rpc.no_responder',
      retryAfterSeconds: 1,
    });
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it('fail at their deadline, and the service drops what is past it', async () => {
    const handled: string[] = [];
    answering({ signIn: ({ siteId }) => (handled.push(siteId), new Promise(() => undefined)) });
    await ready();
    const register = client(callerBus, RegisterService);
    await expect(register.signIn({ siteId: 'late' }, { deadline: Date.now() - 1 })).rejects.toMatchObject({
      code: 'rpc.deadline_exceeded',
    });
    await expect(register.signIn({ siteId: 'slow' }, { deadline: Date.now() + 60 })).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'rpc.deadline_exceeded',
    });
    expect(handled).toEqual(['slow']);
  });

  it('fail as "outcome unknown" when the connection breaks; later ones are refused until it is back', async () => {
    let arrived = () => undefined as void;
    const underWay = new Promise<void>((resolve) => (arrived = resolve));
    answering({ signIn: () => (arrived(), new Promise(() => undefined)), listSites: () => Promise.resolve({}) });
    await ready();
    const register = client(callerBus, RegisterService, { timeoutMs: 60_000 });
    const outcome = register.signIn({}).catch((error: unknown) => error);
    await underWay;
    await nats.kill();
    await expect(outcome).resolves.toMatchObject({ kind: 'unavailable', code: 'rpc.outcome_unknown' });
    await expect(register.listSites({})).rejects.toMatchObject({ kind: 'unavailable', code: 'rpc.disconnected' });
    await nats.restart();
    await vi.waitFor(() => expect(register.listSites({})).resolves.toBeDefined(), { timeout: 5_000, interval: 50 });
  });

  it('are refused beyond the bound of calls under way', async () => {
    answering({ signIn: () => new Promise(() => undefined) });
    await ready();
    const callMethod = rpcCaller(callerBus, { maxInFlight: 2, timeoutMs: 200 });
    const calls = [1, 2, 3].map(() => callMethod(RegisterService.method.signIn, request, call(Date.now() + 100)));
    const codes = await Promise.all(
      calls.map((one) =>
        one.then(
          () => '',
          (error: AppError) => error.code,
        ),
      ),
    );
    expect(codes).toEqual(['rpc.deadline_exceeded', 'rpc.deadline_exceeded', 'rpc.overloaded']);
  });

  it('are refused by a service that runs too many', async () => {
    answering({ signIn: () => new Promise(() => undefined) }, { maxRunning: 1 });
    await ready();
    const callMethod = rpcCaller(callerBus);
    const first = callMethod(RegisterService.method.signIn, request, call(Date.now() + 200)).catch(() => undefined);
    const second = callMethod(RegisterService.method.signIn, request, call(Date.now() + 200));
    await expect(second).rejects.toMatchObject({ code: 'rpc.overloaded' });
    await first;
  });
});

describe('closing a service', () => {
  it('finishes what runs and sends the answer', async () => {
    let finish = (_: { visitId: string }): void => undefined;
    let arrived = (): void => undefined;
    const underWay = new Promise<void>((resolve) => (arrived = resolve));
    const served = answering({
      signIn: () => {
        arrived();
        return new Promise((resolve) => (finish = resolve));
      },
    });
    await ready();
    const answer = client(callerBus, RegisterService).signIn({});
    await underWay;
    const closed = served.close();
    finish({ visitId: 'done' });
    await closed;
    await expect(answer).resolves.toMatchObject({ visitId: 'done' });
    await expect(client(callerBus, RegisterService).signIn({})).rejects.toMatchObject({ code: 'rpc.no_responder' });
  });
});
