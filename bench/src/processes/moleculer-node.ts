import { ServiceBroker } from 'moleculer';

/** A Moleculer node on our broker, with its own defaults. */
export const moleculerNode = (natsUrl: string, nodeID: string): ServiceBroker =>
  new ServiceBroker({
    namespace: 'bench',
    nodeID,
    transporter: { type: 'NATS', options: { url: natsUrl } },
    logger: false,
  });
