import type { Command } from 'commander';
import { type Asked, openSession } from '../api/session.ts';
import { showOne, showRows, type Shown } from '../output/result.ts';
import type { Terminal } from '../terminal.ts';

type Given = Asked & Shown;
type NewSite = Given & Readonly<{ name: string; timeZone: string }>;

/** sites list, show, create */
export function siteCommands(program: Command, terminal: Terminal): void {
  const sites = program.command('sites').description('the sites that one can sign in to');
  sites
    .command('list')
    .description('every site')
    .action(async (_, command: Command) => {
      const given = command.optsWithGlobals<Given>();
      const { api } = await openSession(terminal, given);
      showRows(terminal, given, (await api.register.listSites()).sites, [
        { heading: 'ID', of: ({ id }) => id },
        { heading: 'NAME', of: ({ name }) => name },
        { heading: 'ZONE', of: ({ timeZone }) => timeZone },
        { heading: 'TODAY', of: ({ today }) => today },
      ]);
    });
  sites
    .command('show <site>')
    .description('one site with all its settings, as JSON')
    .action(async (siteId: string, _, command: Command) => {
      const { api } = await openSession(terminal, command.optsWithGlobals<Given>());
      terminal.out(JSON.stringify(await api.register.getSite({ siteId }), undefined, 2));
    });
  sites
    .command('create <site>')
    .description('add a site')
    .requiredOption('--name <name>', 'what people call it')
    .requiredOption('--time-zone <zone>', 'such as Europe/London')
    .action(async (id: string, _, command: Command) => {
      const given = command.optsWithGlobals<NewSite>();
      const { api } = await openSession(terminal, given);
      const site = await api.register.createSite({ site: { id, name: given.name, timeZone: given.timeZone } });
      showOne(terminal, given, site, ({ name }) => `${name} is there.`);
    });
}
