import type { Surroundings } from '@guildhall/providers';
import type { Process } from '@guildhall/runtime';
import { joinReplicas } from '../adapters/nats/replicas.ts';
import type { Settings } from '../config.ts';

/** What all accounts are told: who else uses them, and where it is said that one of them is refused. */
export async function surroundings({ bus, store, settings, life, log }: Process<Settings>): Promise<Surroundings> {
  const name = `${settings.MONGO_URL}/${store.connection.name}`;
  const sharing = await life.hold('replicas', await joinReplicas(bus, { name }), (held) => held.close());
  const alert = (provider: string, reason: string): void =>
    log.error({ provider, reason }, 'provider refuses our account');
  return { sharing, alert };
}
