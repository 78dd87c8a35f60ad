import { isStale } from '@guildhall/kernel';
import { describe, expect, it } from 'vitest';
import { deliverHandler } from './deliver.ts';
import {
  getDeliveryHandler,
  listDeliveriesHandler,
  pingHandler,
  replayFailedHandler,
  replayHandler,
} from './deliveries.ts';
import { forgetPersonHandler } from './forget-person.ts';
import {
  createSubscriptionHandler,
  deleteSubscriptionHandler,
  rotateSecretHandler,
  updateSubscriptionHandler,
} from './subscriptions.ts';
import { tellSubscribersHandler } from './tell-subscribers.ts';
import { aTellingService, type TestSettings } from './testing.ts';

const by = { personId: 'mona' };
const settings: TestSettings = {
  url: 'https://bms.example.org/hook',
  events: ['visit.opened'],
  site: '',
  description: 'Building management',
  active: true,
};
const arrival = {
  id: 'f1',
  event: 'visit.opened',
  about: { site: 'vw' },
  personId: 'ada',
  at: new Date('2026-03-02T09:00:00Z'),
  data: { displayName: 'Ada' },
} as const;

async function aWebhook() {
  const register = aTellingService('2026-03-02T09:00:00Z');
  const { subscription, secret } = await createSubscriptionHandler(register)({ settings, by });
  const deliver = deliverHandler(register);
  const tell = tellSubscribersHandler(register);
  const pass = async (times: number): Promise<void> => {
    for (let count = 0; count < times; count++) {
      const [delivery] = [...register.deliveries.stored.values()];
      if (!delivery?.nextTryAt) return;
      register.clock.set(delivery.nextTryAt.toISOString());
      await deliver(delivery.id);
    }
  };
  const state = () => [...register.deliveries.stored.values()].map((one) => one.state);
  return { ...register, id: subscription.id, secret, deliver, tell, pass, state };
}

describe('a webhook', () => {
  it('is told once of what it wants, however often the fact comes, and signed with its secret', async () => {
    const { tell, pass, calls, secret } = await aWebhook();
    await tell(arrival);
    await tell(arrival);
    await tell({ ...arrival, id: 'f2', event: 'visit.closed' });
    await pass(1);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.headers).toMatchObject({
      'guildhall-event': 'visit.opened',
      'guildhall-signature': `signed with ${secret}`,
    });
    expect(JSON.parse(calls[0]!.body)).toEqual({
      id: 'f1',
      type: 'visit.opened',
      site: 'vw',
      at: '2026-03-02T09:00:00.000Z',
      data: { displayName: 'Ada' },
    });
  });

  it('is told only of the places that it is limited to', async () => {
    const { tell, id, deliveries, ...service } = await aWebhook();
    await updateSubscriptionHandler(service)({ id, by, settings: { ...settings, site: 'north' } });
    await tell(arrival);
    await tell({ ...arrival, id: 'f2', about: { site: 'north' } });
    expect([...deliveries.stored.keys()]).toEqual([`${id}_f2`]);
  });

  it('is not told of what happened before it was made', async () => {
    const { tell, deliveries } = await aWebhook();
    await tell({ ...arrival, at: new Date('2026-03-02T08:59:59Z') });
    expect(deliveries.stored.size).toBe(0);
  });

  it('leaves a record of what was done to it, and by whom', async () => {
    const { acts, id, ...service } = await aWebhook();
    await rotateSecretHandler(service)({ id, by });
    await deleteSubscriptionHandler(service)({ id, by });
    expect(acts).toEqual(['create mona', 'secret mona', 'delete mona']);
  });

  it('is called by one process only', async () => {
    const { tell, deliver, calls, deliveries } = await aWebhook();
    await tell(arrival);
    const [id = ''] = deliveries.stored.keys();
    const unlessStale = (error: unknown): void => {
      if (!isStale(error)) throw error;
    };
    await Promise.all([1, 2, 3].map(() => deliver(id).catch(unlessStale)));
    expect(calls).toHaveLength(1);
  });

  it('is tried for a day, then the delivery is given up', async () => {
    const { tell, pass, answers, state, clock } = await aWebhook();
    answers.status = 500;
    await tell(arrival);
    await pass(100);
    expect(state()).toEqual(['failed']);
    expect(clock.now() < new Date('2026-03-03T09:00:01Z')).toBe(true);
  });

  it('gets again what was given up, one or all of it', async () => {
    const { tell, pass, answers, state, id, deliveries, ...register } = await aWebhook();
    const deps = { ...register, deliveries };
    answers.status = 500;
    await tell(arrival);
    await pass(100);
    answers.status = 200;
    expect(await replayFailedHandler(deps)({ id, by })).toBe(1);
    await pass(1);
    expect(state()).toEqual(['delivered']);
    const [deliveryId = ''] = deliveries.stored.keys();
    await replayHandler(deps)({ id, deliveryId, by });
    expect(state()).toEqual(['pending']);
  });

  it('is switched off after days of failure, and who made it is told once', async () => {
    const { tell, deliver, answers, subscriptions, deliveries, clock, id } = await aWebhook();
    answers.status = 500;
    for (let day = 2; day < 10; day++) {
      clock.set(`2026-03-0${day}T12:00:00Z`);
      await tell({ ...arrival, id: `f${day}` });
      await deliver(`${id}_f${day}`).catch(() => undefined);
    }
    expect(subscriptions.alerts).toHaveLength(1);
    expect(subscriptions.stored.get(id)?.settings.active).toBe(false);
    expect(deliveries.stored.size).toBe(6);
  });

  it('gets no more of what waits when it is switched off or gone', async () => {
    const { tell, pass, calls, state, id, ...register } = await aWebhook();
    await tell(arrival);
    await deleteSubscriptionHandler(register)({ id, by });
    await pass(1);
    expect([calls.length, state()]).toEqual([0, ['failed']]);
  });

  it('is removed from the log after thirty days', async () => {
    const { tell, pass, deliver, deliveries } = await aWebhook();
    await tell(arrival);
    await pass(1);
    const [id = ''] = deliveries.stored.keys();
    await deliver(id);
    expect(deliveries.stored.size).toBe(0);
  });

  it('shows its secret when it is made and when that changes, never again', async () => {
    const { id, secret, ...register } = await aWebhook();
    expect(secret).toBeTruthy();
    expect((await rotateSecretHandler(register)({ id, by })).secret).not.toBe(secret);
    expect(await updateSubscriptionHandler(register)({ id, by, settings })).not.toHaveProperty('secret');
  });

  it('can be tried, unless it is off', async () => {
    const { id, pass, calls, ...register } = await aWebhook();
    await pingHandler(register)({ id });
    await pass(1);
    expect(calls[0]?.headers['guildhall-event']).toBe('ping');
    await updateSubscriptionHandler(register)({ id, by, settings: { ...settings, active: false } });
    await expect(pingHandler(register)({ id })).rejects.toMatchObject({ code: 'test.webhook_off' });
  });

  it('lists its deliveries in pages, newest first', async () => {
    const { id, tell, clock, ...register } = await aWebhook();
    for (const minute of [1, 2, 3]) {
      clock.set(`2026-03-02T09:0${minute}:00Z`);
      await tell({ ...arrival, id: `f${minute}` });
    }
    const list = listDeliveriesHandler(register);
    const first = await list({ id, pageSize: 2, pageToken: '' });
    const rest = await list({ id, pageSize: 2, pageToken: first.nextPageToken ?? '' });
    expect([...first.deliveries, ...rest.deliveries].map((one) => one.id)).toEqual(
      ['f3', 'f2', 'f1'].map((f) => `${id}_${f}`),
    );
    expect(rest).not.toHaveProperty('nextPageToken');
  });

  it('forgets a person who is erased', async () => {
    const { tell, deliveries } = await aWebhook();
    await tell(arrival);
    await forgetPersonHandler({ deliveries })('ada');
    expect(deliveries.stored.size).toBe(0);
  });

  it.each([
    [{ url: 'http://10.0.0.1/' }, 'test.webhook_url_unusable'],
    [{ site: 'nowhere' }, 'test.no_site'],
  ])('is refused with %j', async (wrong, code) => {
    const register = aTellingService('2026-03-02T09:00:00Z');
    await expect(
      createSubscriptionHandler(register)({ settings: { ...settings, ...wrong }, by }),
    ).rejects.toMatchObject({ code });
  });

  it('does not show the deliveries of another one', async () => {
    const { tell, deliveries, ...register } = await aWebhook();
    const other = await createSubscriptionHandler(register)({ settings: { ...settings, active: false }, by });
    await tell(arrival);
    const [deliveryId = ''] = deliveries.stored.keys();
    await expect(
      getDeliveryHandler({ ...register, deliveries })({ id: other.subscription.id, deliveryId }),
    ).rejects.toMatchObject({
      code: 'test.delivery_not_found',
    });
  });
});
