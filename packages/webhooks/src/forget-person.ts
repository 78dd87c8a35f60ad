import type { Handler } from '@guildhall/kernel';
import type { Deliveries } from './ports.ts';

/** Removes what was to be told, or was told, of a person. */
export const forgetPersonHandler =
  ({ deliveries }: Readonly<{ deliveries: Deliveries }>): Handler<string> =>
  async (personId) => {
    for (const delivery of await deliveries.about(personId)) await deliveries.remove(delivery);
  };
