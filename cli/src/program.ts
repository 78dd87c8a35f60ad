import { Command, CommanderError } from 'commander';
import { Problem } from './api/problem.ts';
import { accountCommands } from './commands/account.ts';
import { notifierCommands } from './commands/notifier/notifier.ts';
import { peopleCommands } from './commands/people.ts';
import { registerCommands } from './commands/register/register.ts';
import { siteCommands } from './commands/sites.ts';
import { tokenCommands } from './commands/tokens.ts';
import { volunteersCommands } from './commands/volunteers/volunteers.ts';
import { exitCodes, UsageError } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** The whole command line; every command is a few lines over the REST API. */
export function createProgram(terminal: Terminal): Command {
  const program = new Command('guildhall')
    .description('Guildhall from the command line.')
    .option('--url <address>', 'where the platform is (GUILDHALL_URL; http://localhost:8080)')
    .option('--token <token>', 'a personal token instead of the kept sign-in (GUILDHALL_TOKEN)')
    .option('--json', 'results as JSON, for programs')
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.say(text.trimEnd()),
    })
    .showHelpAfterError('(guildhall --help lists the commands)')
    .exitOverride();
  const groups = [accountCommands, siteCommands, tokenCommands, peopleCommands];
  for (const add of [...groups, registerCommands, notifierCommands, volunteersCommands]) add(program, terminal);
  return program;
}

/** Runs one command and says how it ended; what went wrong is one readable message, never a stack. */
export async function run(program: Command, terminal: Terminal, args: readonly string[]): Promise<number> {
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    terminal.say(error instanceof Problem ? error.text() : messageOf(error));
    if (error instanceof UsageError) return exitCodes.usage;
    return error instanceof Problem ? codeOf(error.status) : exitCodes.refused;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const codeOf = (status: number): number => {
  if (status === 401 || status === 403) return exitCodes.forbidden;
  return status === 0 || status >= 500 ? exitCodes.unreachable : exitCodes.refused;
};
