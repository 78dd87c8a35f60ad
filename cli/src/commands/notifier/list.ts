import { type Asked, openSession } from '../../api/session.ts';
import { showRows, type Shown } from '../../output/result.ts';
import type { Terminal } from '../../terminal.ts';

export async function list(terminal: Terminal, given: Asked & Shown): Promise<void> {
  const { api } = await openSession(terminal, given);
  const { requests } = await api.notifier.listSendRequests({});
  showRows(terminal, given, requests, [
    { heading: 'ID', of: ({ id }) => id },
    { heading: 'ASKED', of: ({ requestedAt }) => requestedAt },
    { heading: 'TEMPLATE', of: ({ template }) => template },
    { heading: 'STATE', of: ({ state }) => state },
    { heading: 'RECIPIENTS', of: ({ total }) => total },
    { heading: 'HANDLED', of: ({ handled }) => handled },
  ]);
}
