import { type Bus, connectBus } from '@guildhall/messaging';
import type { ClockMoved } from './clock.routes.ts';
import { announceOffset, answerOffset } from './announcer.ts';
import type { SandboxClock } from './sandbox-clock.ts';

/** Ties the clock to the broker. Until `connect`, and while the broker is away, the clock moves for itself alone. */
export function clockLink(report: (error: unknown) => void) {
  let bus: Bus | undefined;
  const announce: ClockMoved = async (offsetMs) => {
    if (bus?.isConnected()) await announceOffset(bus.nc, offsetMs);
  };
  return {
    announce,
    /** Waits for the broker; from then on processes may ask, and hear of it again after each interruption. */
    connect: async (servers: string, clock: SandboxClock, signal: AbortSignal): Promise<void> => {
      bus = await connectBus({ servers, name: 'sandbox', signal });
      answerOffset(bus.nc, () => clock.offsetMs);
      bus.onStatus((status) => {
        if (status === 'reconnect') announce(clock.offsetMs).catch(report);
      });
      await announce(clock.offsetMs);
    },
    close: async (): Promise<void> => bus?.close(),
  };
}
