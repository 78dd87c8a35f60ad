import { type Command, Option } from 'commander';
import type { Terminal } from '../../terminal.ts';
import { cancel } from './cancel.ts';
import { list } from './list.ts';
import { send } from './send.ts';
import { show } from './show.ts';

const categories = ['reminder', 'presence', 'course', 'board', 'meeting', 'emergency', 'volunteer'];
const collect = (one: string, others: readonly string[] = []): readonly string[] => [...others, one];

/** notifier send, show, cancel, list */
export function notifierCommands(program: Command, terminal: Terminal): void {
  const notifier = program.command('notifier').description('messages to people');
  notifier
    .command('send')
    .description('ask for one message to each recipient')
    .argument('<template>', 'which template')
    .addOption(new Option('-c, --category <name>', 'what it is about').choices(categories).makeOptionMandatory())
    .option('-t, --to <recipient>', 'person:ID, role:NAME, topic:NAME, slack:#channel, an address or a number', collect)
    .option('--to-file <path>', 'more recipients, one on a line')
    .option('-v, --variable <name=value>', 'what the template needs', collect)
    .addOption(new Option('--lane <name>', 'how urgent it is').choices(['bulk', 'transactional', 'emergency']))
    .option('--at <time>', 'not before, such as 2026-03-02T09:00:00Z')
    .option('--expires <time>', 'never after')
    .option('--key <text>', 'the same key asks for the same request once')
    .action((template: string, _, command: Command) => send(terminal, template, command.optsWithGlobals()));
  notifier
    .command('show <request>')
    .description('how far a request is')
    .action((id: string, _, command: Command) => show(terminal, id, command.optsWithGlobals()));
  notifier
    .command('cancel <request>')
    .description('stop a request: what is not on its way yet is not sent')
    .option('--message', 'it is the id of a single message')
    .action((id: string, _, command: Command) => cancel(terminal, id, command.optsWithGlobals()));
  notifier
    .command('list')
    .description('the latest requests')
    .action((_, command: Command) => list(terminal, command.optsWithGlobals()));
}
