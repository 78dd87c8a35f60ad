import type { Api } from '@guildhall/client';
import type { Terminal } from '../terminal.ts';
import { isProblem } from './problem.ts';

/** Does it; where the platform wants to know again who asks, a code is sent and asked for, and it is done after that. */
export async function proven<T>(terminal: Terminal, api: Api, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (!isProblem(error, 'identity.reauthentication_required') || !terminal.isInteractive) throw error;
  }
  const { challengeId } = await api.identity.startReauthentication();
  const code = await terminal.ask('Prove that it is you. The code that was sent:');
  await api.identity.reauthenticate({ code: { challengeId, code } });
  return action();
}
