import { openSession } from '../../api/session.ts';
import { showRows } from '../../output/result.ts';
import type { Terminal } from '../../terminal.ts';
import { siteOption } from '../site-option.ts';
import type { Given } from './given.ts';

type Reminding = Given & Readonly<{ send?: boolean; template: string }>;

export async function sendReminders(terminal: Terminal, given: Reminding): Promise<void> {
  const { api } = await openSession(terminal, given);
  const siteId = await siteOption(api, given.site);
  const run = await api.register.runReminders({ siteId, template: given.template, dryRun: !given.send });
  showRows(terminal, given, run.targets, [
    { heading: 'NAME', of: ({ displayName }) => displayName },
    { heading: 'SIGNED IN', of: ({ signedInAt }) => signedInAt },
    { heading: 'STATE', of: ({ state }) => state },
  ]);
  terminal.say(
    given.send ? `${run.asked} asked, ${run.skipped} passed over.` : 'Nothing was sent: add --send to do it.',
  );
}
