import type { Context } from 'moleculer';
import { sayReady, servers } from './child.ts';
import { moleculerNode } from './moleculer-node.ts';

const { natsUrl } = servers();
const broker = moleculerNode(natsUrl, 'service');
broker.createService({
  name: 'bench',
  actions: { echo: { params: rules(), handler: ({ params }: Context) => params } },
});
await broker.start();
sayReady();

/** The rules of our contract in the words of Moleculer's validator. */
function rules() {
  return {
    siteId: { type: 'string', min: 1, max: 40 },
    clientDate: { type: 'string', max: 10, optional: true },
    entrance: { type: 'string', max: 60, optional: true },
  } as const;
}
