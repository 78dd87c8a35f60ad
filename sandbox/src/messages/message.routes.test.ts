import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSandbox, type TestSandbox } from '../testing.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.store.clear());

const sms = (to: string) => sandbox.store.record({ channel: 'sms', to, text: 'hello', raw: { sid: 'SM1' } });

describe('/sandbox/messages', () => {
  it('lists what was received, newest last', async () => {
    await sms('+1');
    const second = await sms('+2');
    expect((await sandbox.messages()).map(({ to }) => to)).toEqual(['+1', '+2']);
    expect((await sandbox.messages())[1]).toEqual(second);
  });

  it('narrows by channel, recipient and the last message seen', async () => {
    const first = await sms('+1');
    await sms('+1');
    expect(await sandbox.messages(`?channel=sms&to=%2B1&since=${first.id}`)).toHaveLength(1);
    expect(await sandbox.messages('?channel=email')).toEqual([]);
  });

  it('gives one message by its id', async () => {
    const { id } = await sms('+1');
    expect(await (await sandbox.call('GET', `/sandbox/messages/${id}`)).json()).toMatchObject({
      id,
      raw: { sid: 'SM1' },
    });
    expect((await sandbox.call('GET', '/sandbox/messages/none')).status).toBe(404);
  });

  it('is empty after DELETE', async () => {
    await sms('+1');
    expect((await sandbox.call('DELETE', '/sandbox/messages')).status).toBe(204);
    expect(await sandbox.messages()).toEqual([]);
  });

  it('refuses a query it does not know with a problem that names the field', async () => {
    const answer = await sandbox.call('GET', '/sandbox/messages?chanel=sms');
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({
      code: 'sandbox.invalid_query',
      status: 400,
      errors: [{ pointer: '#/chanel', detail: 'There is no such field.' }],
    });
  });

  it('says which methods there are', async () => {
    const answer = await sandbox.call('POST', '/sandbox/messages', {});
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, DELETE');
  });
});
