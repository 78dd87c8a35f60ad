import { paths } from '../contract.ts';
import { sayReady, servers } from './child.ts';
import { listen, stockExpress } from './express-app.ts';
import { moleculerNode } from './moleculer-node.ts';

// Stock Express before a Moleculer service: no session.

const { natsUrl } = servers();
const broker = moleculerNode(natsUrl, 'gateway');
await broker.start();
await broker.waitForServices('bench');
const app = stockExpress();
app.post(paths.echo, async (request, response) => {
  response.json(await broker.call('bench.echo', request.body));
});
sayReady(await listen(app));
