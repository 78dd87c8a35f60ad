import { create } from '@bufbuild/protobuf';
import { Channel } from '@guildhall/contracts/notifier/v1/commands';
import {
  ListDeadLettersRequestSchema,
  ListMessagesRequestSchema,
  ListProvidersRequestSchema,
  MessageState,
  ProviderState,
  RedriveDeadLettersRequestSchema,
} from '@guildhall/contracts/notifier/v1/service';
import { servicePrincipal } from '@guildhall/kernel';
import type { DeadLetters } from '@guildhall/messaging';
import { describe, expect, it, vi } from 'vitest';
import type { ListMessages } from '../../app/queries.ts';
import { aMessage, nine } from '../../domain/testing.ts';
import { notifierService } from './notifier.service.ts';

const call = { principal: servicePrincipal('test'), client: { ip: '', userAgent: '' }, deadline: 0 };

const scenario = () => {
  const listMessages = vi.fn<ListMessages>(async () => ({ messages: [aMessage()], next: 'more' }));
  const dead = { id: '7', durable: 'register-people', stream: 'EVT_IDENTITY', subject: 's', messageId: 'x' };
  const list = vi.fn<DeadLetters['list']>(async () => ({
    items: [{ ...dead, code: 'notifier.bad_command', attempts: 1, at: nine }],
  }));
  const redrive = vi.fn<DeadLetters['redrive']>(async () => 3);
  const service = notifierService({
    listMessages,
    deadLetters: {
      list,
      redrive,
    },
    getMessage: async () => aMessage(),
    listProviders: () => [
      {
        channel: 'email',
        name: 'smtp',
        state: 'failing',
      },
    ],
  });
  return { service, listMessages, list, redrive };
};

describe('the notifier’s methods', () => {
  it('list messages by what was asked, fifty at a time unless told', async () => {
    const { service, listMessages } = scenario();
    const request = create(ListMessagesRequestSchema, { channel: Channel.EMAIL, state: MessageState.SENT, to: 'a@b' });

    const answer = await service.listMessages(request, call);

    expect(listMessages.mock.calls[0]?.[0]).toMatchObject({ channel: 'email', state: 'sent', to: 'a@b', limit: 50 });
    expect(answer).toMatchObject({ messages: [{ id: 'm1' }], nextPageToken: 'more' });
  });

  it('list everything when nothing was asked', async () => {
    const { service, listMessages } = scenario();

    await service.listMessages(create(ListMessagesRequestSchema, { pageSize: 5, pageToken: 't' }), call);

    const known = Object.entries(listMessages.mock.calls[0]![0]).filter(([, value]) => value !== undefined);
    expect(Object.fromEntries(known)).toEqual({ limit: 5, after: 't' });
  });

  it('say how the ways out are', async () => {
    const { service } = scenario();

    expect(await service.listProviders(create(ListProvidersRequestSchema), call)).toEqual({
      providers: [{ channel: Channel.EMAIL, name: 'smtp', state: ProviderState.FAILING }],
    });
  });

  it('list dead letters with their reason', async () => {
    const { service, list } = scenario();

    const { deadLetters } = await service.listDeadLetters(
      create(ListDeadLettersRequestSchema, { pageToken: '3' }),
      call,
    );

    expect(list).toHaveBeenCalledWith({ limit: 50, after: '3' });
    expect(deadLetters).toMatchObject([
      { id: '7', durable: 'register-people', reason: 'notifier.bad_command', attempts: 1 },
    ]);
  });

  it('hand dead letters back and say how many', async () => {
    const { service, redrive } = scenario();

    expect(await service.redriveDeadLetters(create(RedriveDeadLettersRequestSchema, { ids: ['7'] }), call)).toEqual({
      redriven: 3,
    });
    expect(redrive).toHaveBeenCalledWith(['7']);
  });
});
