import type { Command } from 'commander';
import { type Asked, openSession } from '../api/session.ts';
import { showOne, type Shown } from '../output/result.ts';
import type { Terminal } from '../terminal.ts';

type Given = Asked & Shown;

/** tokens create, show, revoke */
export function tokenCommands(program: Command, terminal: Terminal): void {
  const tokens = program
    .command('tokens')
    .description('your personal token, for scripts and for your personal address');
  tokens
    .command('create')
    .description('make a token, shown this once; an earlier one stops working')
    .action(async (_, command: Command) => {
      const given = command.optsWithGlobals<Given>();
      const { api } = await openSession(terminal, given);
      showOne(terminal, given, await api.identity.createAccessToken(), ({ token, url, expiresAt }) =>
        [`Token:   ${token}`, `Address: ${url}`, `Until:   ${expiresAt}`].join('\n'),
      );
    });
  tokens
    .command('show')
    .description('what is known of it: never the token itself')
    .action(async (_, command: Command) => {
      const given = command.optsWithGlobals<Given>();
      const { api } = await openSession(terminal, given);
      showOne(
        terminal,
        given,
        await api.identity.getAccessToken(),
        ({ prefix, expiresAt, lastUsedAt }) => `${prefix}… until ${expiresAt}, last used ${lastUsedAt ?? 'never'}`,
      );
    });
  tokens
    .command('revoke')
    .description('end it')
    .action(async (_, command: Command) => {
      const { api } = await openSession(terminal, command.optsWithGlobals<Given>());
      await api.identity.revokeAccessToken();
      terminal.say('The token works no more.');
    });
}
