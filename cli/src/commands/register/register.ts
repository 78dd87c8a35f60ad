import { type Command, InvalidArgumentError } from 'commander';
import type { Terminal } from '../../terminal.ts';
import { cleanOldRecords } from './clean-old-records.ts';
import { sendReminders } from './send-reminders.ts';
import { stats } from './stats.ts';
import { visits } from './visits.ts';

const whichSite = ['--site <site>', 'which site; not needed where there is only one'] as const;
const firstDay = ['--from <day>', 'first day, such as 2026-03-02; thirty days before the last otherwise'] as const;
const lastDay = ['--to <day>', 'last day; today otherwise'] as const;
const outputFile = 'a .csv or .xlsx file; a table on the screen otherwise';

/** register stats, visits, send-reminders, clean-old-records */
export function registerCommands(program: Command, terminal: Terminal): void {
  const register = program.command('register').description('who is in the building');
  register
    .command('stats')
    .description('counts per day')
    .argument('[output]', outputFile)
    .option(...whichSite)
    .option(...firstDay)
    .option(...lastDay)
    .action((output: string | undefined, _, command: Command) => stats(terminal, output, command.optsWithGlobals()));
  register
    .command('visits')
    .description('who came on which day, from when to when')
    .argument('[output]', outputFile)
    .option(...whichSite)
    .option(...firstDay)
    .option(...lastDay)
    .option(
      '-s, --summary',
      'each person over all days: one more sheet of an .xlsx file, instead of the days otherwise',
    )
    .action((output: string | undefined, _, command: Command) => visits(terminal, output, command.optsWithGlobals()));
  register
    .command('send-reminders')
    .description('remind who is still signed in; only says whom unless --send')
    .option(...whichSite)
    .option('-s, --send', 'send them')
    .option('-t, --template <name>', 'reminder or reminder_pm', 'reminder')
    .action((_, command: Command) => sendReminders(terminal, command.optsWithGlobals()));
  register
    .command('clean-old-records')
    .description('delete visits that are older than they are kept; every site unless --site')
    .option('--site <site>', 'only this site')
    .option('-d, --days <number>', 'how many days are kept; what each site says otherwise', daysOf)
    .option('--dry-run', 'only say what would go')
    .action((_, command: Command) => cleanOldRecords(terminal, command.optsWithGlobals()));
}

function daysOf(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= 730) return days;
  throw new InvalidArgumentError('It is a whole number from 1 to 730.');
}
