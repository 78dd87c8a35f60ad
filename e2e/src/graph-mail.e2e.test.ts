import { failover, graphMail, type Mail, type Provider, smtp } from '@guildhall/providers';
import { afterAll, describe, expect, it } from 'vitest';
import { environment } from './platform/environment.ts';

const sandbox = environment.sandboxUrl;
const from = 'Guildhall <hello@guildhall.example>';
const account = { tenant: 'contoso', clientId: 'guildhall', clientSecret: 'sandbox', state: 'sandbox' } as const;
const urls = { loginUrl: `${sandbox}/microsoft`, graphUrl: `${sandbox}/graph/v1.0` };

const opened: Provider<Mail>[] = [];
afterAll(() => Promise.all(opened.map((one) => one.close())));
const kept = (provider: Provider<Mail>): Provider<Mail> => {
  opened.push(provider);
  return provider;
};
const graph = kept(graphMail({ ...account, ...urls, sender: 'hello@guildhall.example' }));

const mailTo = (to: string): Mail => ({
  to,
  subject: 'Êtes-vous là ?',
  html: '<p>Hello <b>Ada</b></p>',
  text: 'Hello Ada',
  replyTo: 'desk@guildhall.example',
  headers: { 'List-Unsubscribe': '<https://guildhall.example/u/1>' },
  attachments: [{ name: 'liste d’été.csv', contentType: 'text/csv', content: Buffer.from('a,b') }],
});
const received = async (to: string) => {
  const answer = await fetch(`${sandbox}/sandbox/messages?to=${encodeURIComponent(to)}`);
  return ((await answer.json()) as { messages: object[] }).messages;
};

describe('mail by Microsoft Graph', () => {
  it('keeps to the vendor’s contract, and arrives as it was meant', async () => {
    const to = `graph-${crypto.randomUUID()}@example.org`;

    expect(await graph.send(mailTo(to), { idempotencyKey: 'm1' })).toMatchObject({
      providerMessageId: expect.stringMatching(/^[\da-f-]{36}$/) as string,
    });

    expect(await received(to)).toMatchObject([
      {
        subject: 'Êtes-vous là ?',
        html: expect.stringContaining('<b>Ada</b>') as string,
        raw: {
          headers: {
            'x-guildhall-message-id': 'm1',
            'reply-to': 'desk@guildhall.example',
            'list-unsubscribe': '<https://guildhall.example/u/1>',
          },
          attachments: [{ filename: 'liste d’été.csv', bytes: 3 }],
        },
      },
    ]);
  });

  it('takes over where no mail server answers', async () => {
    const to = `graph-${crypto.randomUUID()}@example.org`;
    const down = kept(smtp({ url: 'smtp://127.0.0.1:1', from, state: 'sandbox' }));

    const receipt = await failover([down, graph]).send(mailTo(to), { idempotencyKey: 'm2' });

    expect(receipt).toMatchObject({ provider: 'graph', passedOn: [{ provider: 'smtp' }] });
    expect(await received(to)).toHaveLength(1);
  });
});
