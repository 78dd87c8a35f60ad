import type { Command } from 'commander';
import { type Asked, openSession } from '../api/session.ts';
import { showOne, showRows, type Shown } from '../output/result.ts';
import type { Terminal } from '../terminal.ts';
import { siteOption } from './site-option.ts';

type Given = Asked & Shown & Readonly<{ site?: string }>;
type Range = Given & Readonly<{ from?: string; to?: string }>;
type Reminding = Given & Readonly<{ send?: boolean; template: string }>;

/** register stats, visits, send-reminders, clean-old-records */
export function registerCommands(program: Command, terminal: Terminal): void {
  const register = program.command('register').description('who is in the building');
  register
    .command('stats')
    .description('counts per day')
    .option('--site <site>', 'which site; not needed where there is only one')
    .option('--from <day>', 'first day, such as 2026-03-02; thirty days before the last otherwise')
    .option('--to <day>', 'last day; today otherwise')
    .action((_, command: Command) => stats(terminal, command.optsWithGlobals<Range>()));
  register
    .command('send-reminders')
    .description('remind who is still signed in; only says whom unless --send')
    .option('--site <site>', 'which site; not needed where there is only one')
    .option('-s, --send', 'send them')
    .option('-t, --template <name>', 'reminder or reminder_pm', 'reminder')
    .action((_, command: Command) => remind(terminal, command.optsWithGlobals<Reminding>()));
}

async function stats(terminal: Terminal, given: Range): Promise<void> {
  const { api } = await openSession(terminal, given);
  const siteId = await siteOption(api, given.site);
  const { days } = await api.register.getStats({ siteId, from: given.from, to: given.to });
  showRows(terminal, given, days, [
    { heading: 'DATE', of: ({ date }) => date },
    { heading: 'DISTINCT USERS', of: ({ distinctUsers }) => distinctUsers },
    { heading: 'NOT SIGNED OUT', of: ({ notSignedOut }) => notSignedOut },
    { heading: 'OPEN VISITS', of: ({ openVisits }) => openVisits },
  ]);
}

async function remind(terminal: Terminal, given: Reminding): Promise<void> {
  const { api } = await openSession(terminal, given);
  const siteId = await siteOption(api, given.site);
  const run = await api.register.runReminders({ siteId, template: given.template, dryRun: !given.send });
  if (given.json) return showOne(terminal, given, run, () => '');
  showRows(terminal, given, run.targets, [
    { heading: 'NAME', of: ({ displayName }) => displayName },
    { heading: 'SIGNED IN', of: ({ signedInAt }) => signedInAt },
    { heading: 'STATE', of: ({ state }) => state },
  ]);
  terminal.say(
    given.send ? `${run.asked} asked, ${run.skipped} passed over.` : 'Nothing was sent. Add --send to do it.',
  );
}
