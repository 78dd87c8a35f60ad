import { type Command, Option } from 'commander';
import type { Terminal } from '../../terminal.ts';
import { count } from './count.ts';
import { importFile } from './import-file.ts';
import { insert } from './insert.ts';
import { list } from './list.ts';
import { report } from './report.ts';
import { sync } from './sync.ts';
import { update } from './update.ts';
import { view } from './view.ts';

/** volunteers insert, update, view, count, list, import, sync, report */
export function volunteersCommands(program: Command, terminal: Terminal): void {
  const volunteers = program.command('volunteers').description('volunteers, and the access that their roles give');
  oneByOne(volunteers, terminal);
  manyAtOnce(volunteers, terminal);
}

const place = (command: Command): Command =>
  command
    .option('--area <name>', 'area of the place')
    .option('--district <name>', 'district of the place')
    .option('--branch <name>', 'branch of the place')
    .option('--role <key>', 'such as branch_manager');

function oneByOne(volunteers: Command, terminal: Terminal): void {
  place(volunteers.command('insert').description('add a volunteer').argument('<id>', 'as the organisation writes it'))
    .requiredOption('--email <address>', 'the address that the volunteer joins with')
    .requiredOption('--first-name <name>', 'first name')
    .requiredOption('--last-name <name>', 'last name')
    .option('--phone <number>', 'telephone number')
    .action((id: string, _, command: Command) => insert(terminal, id, command.optsWithGlobals()));
  place(volunteers.command('update').description('change what is given, and nothing else').argument('<id>', 'who'))
    .option('--email <address>', 'another address')
    .option('--first-name <name>', 'another first name')
    .option('--last-name <name>', 'another last name')
    .option('--phone <number>', 'another telephone number')
    .option('--assignment <id>', 'which role, where there are several')
    .option('--if-version <number>', 'only if it is still as it was read')
    .action((id: string, _, command: Command) => update(terminal, id, command.optsWithGlobals()));
  volunteers
    .command('view <id>')
    .description('one volunteer, with state and access')
    .action((id: string, _, command: Command) => view(terminal, id, command.optsWithGlobals()));
  volunteers
    .command('count')
    .description('how many were registered since a day and do not wait any more')
    .requiredOption('--since <day>', 'the first day, such as 2026-03-02')
    .action((_, command: Command) => count(terminal, command.optsWithGlobals()));
}

function manyAtOnce(volunteers: Command, terminal: Terminal): void {
  place(volunteers.command('list').description('volunteers in the order of their names'))
    .argument('[query]', 'the beginning of a name, an address or an id')
    .option('-o, --output <file>', 'a .csv or .xlsx file; a table on the screen otherwise')
    .addOption(
      new Option('--status <status>', 'who has not left otherwise').choices(['active', 'leaving', 'left', 'all']),
    )
    .option('--state <state>', 'such as NOT_IN_WORKSPACE')
    .action((query: string | undefined, _, command: Command) => list(terminal, query, command.optsWithGlobals()));
  volunteers
    .command('import <file>')
    .description('add the volunteers of a .csv or .xlsx file, with the columns of an export')
    .option('--dry-run', 'only say what would happen')
    .option('--all-or-nothing', 'change nothing where a line is wrong')
    .option('--update', 'a line whose id is there changes that volunteer')
    .action((path: string, _, command: Command) => importFile(terminal, path, command.optsWithGlobals()));
  volunteers
    .command('sync')
    .description('compare every channel with what it should be, and mend it')
    .option('--dry-run', 'only say what differs')
    .action((_, command: Command) => sync(terminal, command.optsWithGlobals()));
  volunteers
    .command('report')
    .description('how many registered, joined, wait and left; the last thirty days otherwise')
    .option('--from <day>', 'first day, such as 2026-03-02')
    .option('--to <day>', 'last day; today otherwise')
    .addOption(new Option('--by <what>', 'one line for each').choices(['area', 'district', 'branch', 'role', 'week']))
    .action((_, command: Command) => report(terminal, command.optsWithGlobals()));
}
