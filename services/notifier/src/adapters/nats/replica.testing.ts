import { connectBus } from '@guildhall/messaging';
import { slackWebhook } from '@guildhall/providers';
import { joinReplicas } from './replicas.ts';

// One process of several that send by the same account: says how many were sent and in what time, and ends.

const [servers = '', name = '', to = '', count = '0', perSecond = '1', burst = '1'] = process.argv.slice(2);

const bus = await connectBus({ servers, name: 'replica' });
const sharing = await joinReplicas(bus, { name });
const hooks = slackWebhook({
  state: 'sandbox',
  isAllowed: () => true,
  perSecond: Number(perSecond),
  burst: Number(burst),
  sharing,
});

const begun = performance.now();
const failures: string[] = [];
const sending = Array.from({ length: Number(count) }, (_, n) =>
  hooks
    .send({ to, text: 'Hello' }, { idempotencyKey: `${process.pid}:${n}` })
    .catch((error: Error) => failures.push(error.message)),
);
await Promise.all(sending);
const seconds = (performance.now() - begun) / 1_000;
sharing.close();
await bus.close();
await hooks.close();
process.stdout.write(`${JSON.stringify({ sent: sending.length - failures.length, failures, seconds })}\n`);
