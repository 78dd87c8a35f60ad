import { hostname } from 'node:os';
import type { Api } from '@guildhall/client';
import type { Command } from 'commander';
import { credentialFile } from '../api/credentials.ts';
import { type Asked, openSession, signingIn, urlOf } from '../api/session.ts';
import { UsageError } from '../exit-codes.ts';
import { showOne, type Shown } from '../output/result.ts';
import type { Terminal } from '../terminal.ts';

type Login = Asked & Readonly<{ email?: string; sms?: string }>;

/** login, logout, whoami */
export function accountCommands(program: Command, terminal: Terminal): void {
  program
    .command('login')
    .description('sign this machine in with a one-time code')
    .option('--email <address>', 'where the code is sent')
    .option('--sms <number>', 'where the code is sent')
    .action((_, command: Command) => login(terminal, command.optsWithGlobals<Login>()));
  program
    .command('logout')
    .description('sign this machine out')
    .action(async (_, command: Command) => logout(terminal, command.optsWithGlobals<Asked>()));
  program
    .command('whoami')
    .description('who is signed in here')
    .action(async (_, command: Command) => {
      const asked = command.optsWithGlobals<Asked & Shown>();
      const { api, url } = await openSession(terminal, asked);
      showOne(
        terminal,
        asked,
        await api.identity.getMe(),
        ({ displayName, handle }) => `${displayName} (${handle}) at ${url}`,
      );
    });
}

async function login(terminal: Terminal, asked: Login): Promise<void> {
  const url = urlOf(terminal, asked);
  const { api, takeCsrfToken } = signingIn(url);
  const challenge = await api.identity.createChallenge(contactOf(asked));
  const code = await terminal.ask('The code that was sent:');
  const { status, person } = await api.identity.verifyChallenge({ challengeId: challenge.challengeId, code });
  if (status === 'needs_name' || !person) throw new UsageError(`Nobody has this contact yet: sign up at ${url} first.`);
  await takeCsrfToken();
  await keep(terminal, url, api);
  terminal.say(`Signed in to ${url} as ${person.displayName}.`);
}

/** The session of the sign-in gives way to tokens of this machine. */
async function keep({ folder }: Terminal, url: string, api: Api): Promise<void> {
  const device = `guildhall on ${hostname()}`.slice(0, 60);
  const { accessToken, refreshToken } = await api.identity.createAppToken({ device });
  await credentialFile(folder).save({ url, accessToken, refreshToken });
}

function contactOf({ email, sms }: Login) {
  if (email && !sms) return { method: 'email', value: email } as const;
  if (sms && !email) return { method: 'sms', value: sms } as const;
  throw new UsageError('Say where the code is sent: --email <address> or --sms <number>.');
}

async function logout(terminal: Terminal, asked: Asked): Promise<void> {
  const { api } = await openSession(terminal, asked);
  // Signed out here even if the platform has forgotten this machine already.
  await api.identity.logout().catch(() => undefined);
  await credentialFile(terminal.folder).forget();
  terminal.say('Signed out.');
}
