import { rpcSubject } from '@guildhall/contracts';
import { RegisterService } from '@guildhall/contracts/register/v1/service';
import { anonymous } from '@guildhall/kernel';
import { testBus } from '@guildhall/testing';
import { createInbox, type Msg } from '@nats-io/nats-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bus } from '../bus/connect.ts';
import { client } from './client.ts';
import { readReplies, type ReplyFrame, replyStatus } from './reply-frame.ts';
import { requestBytes, writeRequest } from './request-frame.ts';
import { serve, type Served, type ServeOptions } from './serve.ts';
import type { Implementation } from './types.ts';

let bus: Bus;
let served: Served;
const report = vi.fn<NonNullable<ServeOptions['report']>>();
const signIn = rpcSubject(RegisterService.method.signIn);

beforeEach(async () => {
  report.mockClear();
  bus = await testBus();
  const answer = () => Promise.resolve({});
  const all = Object.fromEntries(RegisterService.methods.map(({ localName }) => [localName, answer]));
  served = serve(bus, RegisterService, all as unknown as Implementation<typeof RegisterService>, { report });
  await bus.nc.flush();
});
afterEach(async () => {
  await served.close();
  await bus.close();
});

const frames = (...bodies: Uint8Array[]): Uint8Array => {
  const call = { principal: anonymous, client: { ip: '', userAgent: '' }, deadline: Date.now() + 2_000 };
  const requests = bodies.map((body) => ({ call, traceparent: '', body }));
  const buffer = Buffer.alloc(requests.reduce((sum, request) => sum + requestBytes(request), 0));
  const end = requests.reduce((at, request, index) => writeRequest(buffer, at, index + 1, request), 0);
  return buffer.subarray(0, end);
};
/** Sends raw bytes as a request and collects the replies that come. */
const send = async (data: Uint8Array) => {
  const inbox = createInbox();
  const messages: Msg[] = [];
  bus.nc.subscribe(`${inbox}.*`, { callback: (_, message) => void messages.push(message) });
  bus.nc.publish(signIn, data, { reply: `${inbox}.1-1` });
  await bus.nc.flush();
  return {
    messages,
    replies: (): ReplyFrame[] => {
      const all: ReplyFrame[] = [];
      for (const { data: bytes } of messages) readReplies(bytes, (reply) => all.push(reply));
      return all;
    },
  };
};

describe('a service on the wire', () => {
  it('answers the requests of one message in one message', async () => {
    const { messages, replies } = await send(frames(...[1, 2, 3].map(() => new Uint8Array())));
    await vi.waitFor(() => expect(messages).toHaveLength(1));
    expect(replies().map(({ number, status }) => [number, status])).toEqual(
      [1, 2, 3].map((n) => [n, replyStatus.answer]),
    );
  });

  it('survives rubbish, and reports it', async () => {
    await send(Uint8Array.of(0, 0, 0, 200, 1, 2, 3));
    await vi.waitFor(() => expect(report).toHaveBeenCalledTimes(1));
    await expect(client(bus, RegisterService).signIn({})).resolves.toBeDefined();
  });

  it('fails a body that it cannot read, and answers its neighbours', async () => {
    const { replies } = await send(frames(new Uint8Array(), Uint8Array.of(255, 255, 255)));
    await vi.waitFor(() => expect(replies()).toHaveLength(2));
    const byNumber = new Map(replies().map(({ number, status }) => [number, status]));
    expect([byNumber.get(1), byNumber.get(2)]).toEqual([replyStatus.answer, replyStatus.unexpected]);
  });

  it('leaves alone what asks for no answer', async () => {
    bus.nc.publish(signIn, frames(new Uint8Array()));
    await bus.nc.flush();
    await expect(client(bus, RegisterService).signIn({})).resolves.toBeDefined();
    expect(report).not.toHaveBeenCalled();
  });
});

describe('a caller on the wire', () => {
  it('survives rubbish in its inbox', async () => {
    const subjects: string[] = [];
    bus.nc.subscribe(signIn, {
      callback: (_, message) => {
        subjects.push(message.reply ?? '');
        bus.nc.publish(message.reply ?? '', Uint8Array.of(0, 0, 0, 9, 1));
      },
    });
    await expect(client(bus, RegisterService).signIn({})).resolves.toBeDefined();
    expect(subjects).toHaveLength(1);
  });

  it('sends what one tick brings in one message', async () => {
    const seen: number[] = [];
    bus.nc.subscribe(signIn, { callback: (_, message) => void seen.push(message.data.length) });
    await bus.nc.flush();
    const register = client(bus, RegisterService);
    await Promise.all(Array.from({ length: 100 }, () => register.signIn({})));
    expect(seen).toHaveLength(1);
  });

  it('sends no more than 512 requests in one message', async () => {
    let messages = 0;
    bus.nc.subscribe(signIn, { callback: () => void (messages += 1) });
    await bus.nc.flush();
    const register = client(bus, RegisterService);
    await Promise.all(Array.from({ length: 1_100 }, () => register.signIn({})));
    expect(messages).toBe(3);
  });
});
