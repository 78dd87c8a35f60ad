import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import twilio from 'twilio';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadContract } from '../http/contract.ts';
import { openSandbox, type TestSandbox } from '../testing.ts';

const account = `AC${'0'.repeat(31)}1`;
const token = 'sandbox-token';
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.store.clear();
  await sandbox.call('DELETE', '/sandbox/faults');
});

/** The vendor's own client, sent to the sandbox. */
class Detour extends twilio.RequestClient {
  override request: twilio.RequestClient['request'] = (options) => {
    const uri = options.uri.replace('https://api.twilio.com', `${sandbox.url}/twilio`);
    return super.request({ ...options, uri });
  };
}
const client = () => twilio(account, token, { httpClient: new Detour() });
const sms = { to: '+447700900123', from: '+15005550006', body: 'Your code is 123456' };

function post(form: Record<string, string>, authorization = `Basic ${btoa(`${account}:${token}`)}`) {
  const url = `${sandbox.url}/twilio/2010-04-01/Accounts/${account}/Messages.json`;
  return fetch(url, { method: 'POST', body: new URLSearchParams(form), headers: { authorization } });
}

describe('the Twilio Messages resource', () => {
  it('takes a message and keeps it', async () => {
    const { sid, status, numSegments } = await client().messages.create(sms);
    expect([status, numSegments]).toEqual(['queued', '1']);
    expect(await sandbox.messages('?channel=sms&to=%2B447700900123')).toMatchObject([
      { channel: 'sms', to: '+447700900123', text: 'Your code is 123456', raw: { sid, from: '+15005550006' } },
    ]);
  });

  it('answers with what Twilio publishes', async () => {
    const path = ['paths', '/2010-04-01/Accounts/{AccountSid}/Messages.json', 'post', 'responses', '201'];
    const check = loadContract('twilio', 'json').check([...path, 'content', 'application/json', 'schema']);
    check(await (await post({ To: sms.to, From: sms.from, Body: sms.body })).json());
    expect(check.errors ?? []).toEqual([]);
  });

  it('finds a message again', async () => {
    const { sid } = await client().messages.create(sms);
    expect(await client().messages(sid).fetch()).toMatchObject({ sid, status: 'delivered' });
    await expect(
      client()
        .messages(`SM${'0'.repeat(32)}`)
        .fetch(),
    ).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it('takes a sender that is a name', async () => {
    expect((await client().messages.create({ ...sms, from: 'Guildhall' })).from).toBe('Guildhall');
  });

  it.each([
    [{ to: '07700 900123' }, 21211],
    [{ to: '+15005550001' }, 21211],
    [{ to: '+15005550004' }, 21610],
    [{ to: '+15005550009' }, 21614],
    [{ from: 'A name far too long' }, 21212],
    [{ body: 'x'.repeat(1_601) }, 21617],
    [{ statusCallback: 'nowhere' }, 21609],
  ])('refuses %j with the number %i, and keeps nothing', async (change, code) => {
    await expect(client().messages.create({ ...sms, ...change })).rejects.toMatchObject({ status: 400, code });
    expect(await sandbox.messages()).toEqual([]);
  });

  it.each([
    [{ From: '+15005550006', Body: 'x' }, 21604],
    [{ To: '+447700900123', Body: 'x' }, 21603],
    [{ To: '+447700900123', From: '+15005550006' }, 21602],
    [{ To: '+447700900123', From: '+15005550006', Body: 'x', Colour: 'red' }, 20001],
    [{ To: '+447700900123', From: '+15005550006', Body: 'x', ValidityPeriod: 'soon' }, 20001],
  ])('refuses the form %j with the number %i', async (form, code) => {
    const answer = await post(form);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      code,
      status: 400,
      more_info: `https://www.twilio.com/docs/errors/${code}`,
    });
  });

  it.each([
    ['Basic nonsense'],
    [`Basic ${btoa(`AC${'f'.repeat(32)}:${token}`)}`],
    [`Basic ${btoa(`${account}:`)}`],
    [''],
  ])('refuses the credentials %j', async (authorization) => {
    const answer = await post({ To: sms.to, From: sms.from, Body: 'x' }, authorization);
    expect([answer.status, ((await answer.json()) as { code: number }).code]).toEqual([401, 20003]);
  });

  it('limits the rate when told to, for one number', async () => {
    await sandbox.call('PUT', '/sandbox/faults', {
      provider: 'twilio',
      status: 429,
      retryAfterSeconds: 3,
      match: '900123',
      times: 1,
    });
    await client().messages.create({ ...sms, to: '+447700900999' });
    const answer = await post({ To: sms.to, From: sms.from, Body: 'x' });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3']);
    expect(await answer.json()).toMatchObject({ code: 20429, status: 429 });
  });
});

describe('a status callback', () => {
  /** Sends a message and listens until so many callbacks have come: what they told, each with a genuine signature. */
  async function told(count: number): Promise<string[]> {
    const steps: string[] = [];
    const listen = async (req: IncomingMessage, res: ServerResponse) => {
      const fields = Object.fromEntries(new URLSearchParams(await text(req)));
      const isGenuine = twilio.validateRequest(token, String(req.headers['x-twilio-signature']), url, fields);
      steps.push(isGenuine ? String(fields.MessageStatus) : 'forged');
      res.end();
    };
    const hook = createServer((req, res) => void listen(req, res)).listen(0, '127.0.0.1');
    await once(hook, 'listening');
    const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hooks/sms?site=north`;
    await client().messages.create({ ...sms, statusCallback: url });
    await vi.waitFor(() => expect(steps).toHaveLength(count), 5_000);
    hook.close();
    return steps;
  }
  const fault = (effect: string) =>
    sandbox.call('PUT', '/sandbox/faults', { provider: 'twilio', effect, match: '900123', times: 1 });

  it('tells the steps of a message in order, signed as Twilio signs', async () => {
    expect(await told(3)).toEqual(['queued', 'sent', 'delivered']);
  });

  it('tells each step twice when told to, and once again after that', async () => {
    await fault('duplicate-callback');
    expect(await told(6)).toEqual(['queued', 'queued', 'sent', 'sent', 'delivered', 'delivered']);
    expect(await told(3)).toEqual(['queued', 'sent', 'delivered']);
  });

  it('tells them last to first when told to', async () => {
    await fault('out-of-order-callback');
    expect(await told(3)).toEqual(['delivered', 'sent', 'queued']);
  });

  it('tells that a text could not be brought, which it then says of itself', async () => {
    await fault('undelivered');
    expect(await told(3)).toEqual(['queued', 'sent', 'undelivered']);
    const [message] = await sandbox.messages();
    expect(await client().messages(String(message?.raw.sid)).fetch()).toMatchObject({
      status: 'undelivered',
      errorCode: 30_003,
    });
  });

  it('makes a message queued until its steps are told', async () => {
    const { sid } = await client().messages.create({ ...sms, statusCallback: `${sandbox.url}/nowhere` });
    expect((await client().messages(sid).fetch()).status).toBe('queued');
    await vi.waitFor(async () => expect((await client().messages(sid).fetch()).status).toBe('delivered'), 5_000);
  });

  it('that nobody answers is reported and hurts nothing', async () => {
    await client().messages.create({ ...sms, statusCallback: 'http://127.0.0.1:9/closed' });
    await vi.waitFor(() => expect(sandbox.reported).toHaveLength(1));
    expect((await client().messages.create(sms)).status).toBe('queued');
  });
});
