import { openSession } from '../../api/session.ts';
import { fileFormat, saveFile } from '../../output/file.ts';
import { showRows } from '../../output/result.ts';
import type { Terminal } from '../../terminal.ts';
import { siteOption } from '../site-option.ts';
import type { Range } from './given.ts';

export async function stats(terminal: Terminal, output: string | undefined, given: Range): Promise<void> {
  const format = output === undefined ? undefined : fileFormat(output);
  const { api } = await openSession(terminal, given);
  const range = { siteId: await siteOption(api, given.site), from: given.from, to: given.to };
  if (output !== undefined && format) {
    return saveFile(terminal, output, await api.register.exportReport({ ...range, kind: 'stats', format }));
  }
  const { days } = await api.register.getStats(range);
  showRows(terminal, given, days, [
    { heading: 'DATE', of: ({ date }) => date },
    { heading: 'DISTINCT USERS', of: ({ distinctUsers }) => distinctUsers },
    { heading: 'NOT SIGNED OUT', of: ({ notSignedOut }) => notSignedOut },
    { heading: 'OPEN VISITS', of: ({ openVisits }) => openVisits },
  ]);
}
