import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import mjml2html from 'mjml';

// Compiles the mail templates to HTML, so that the service needs no MJML at run time:
//   node services/notifier/templates/build.ts [--check]
// `--check` changes nothing and fails when the committed output is not what the sources give.

const HERE = import.meta.dirname;
const OUTPUT = join(HERE, '../src/adapters/templates/gen/templates.ts');

type Parts = Readonly<Record<string, string>>;

/** The file of each part of a channel; a trailing `?` marks one that may be missing. */
const CHANNELS: Readonly<Record<string, Parts>> = {
  email: { subject: 'subject.hbs', html: 'email.mjml', text: 'email.txt.hbs' },
  sms: { text: 'sms.hbs' },
  slack: { text: 'slack.hbs', context: 'slack.context.hbs?' },
  push: { title: 'push.title.hbs', text: 'push.hbs', link: 'push.link.hbs?' },
};

// Mail fetches nothing from elsewhere: no web fonts.
const OPTIONS = { validationLevel: 'strict', keepComments: false, fonts: {} } as const;

const HELPERS = new Set(['if', 'unless', 'plural']);

async function compile(file: string): Promise<string> {
  const source = readFileSync(file, 'utf8');
  if (!file.endsWith('.mjml')) return source.trimEnd();
  const { html, errors } = await mjml2html(source, OPTIONS);
  if (errors.length > 0)
    throw new Error(`${file}: ${errors.map(({ formattedMessage }) => formattedMessage).join('; ')}`);
  return html
    .split('\n')
    .map((line: string) => line.trim())
    .filter(Boolean)
    .join('\n');
}

async function channelOf(folder: string, parts: Parts): Promise<Record<string, string> | undefined> {
  const compiled: Record<string, string> = {};
  for (const [part, name] of Object.entries(parts)) {
    const file = join(folder, name.replace('?', ''));
    if (existsSync(file)) compiled[part] = await compile(file);
    else if (Object.keys(compiled).length > 0 && !name.endsWith('?')) throw new Error(`${file} is missing`);
  }
  return Object.keys(compiled).length > 0 ? compiled : undefined;
}

/** The names of the variables that a template uses. */
function variablesOf(source: string): readonly string[] {
  const names = new Set<string>();
  class Finder extends Handlebars.Visitor {
    override PathExpression(path: hbs.AST.PathExpression): void {
      if (!HELPERS.has(path.original)) names.add(path.original);
    }
  }
  new Finder().accept(Handlebars.parse(source));
  return [...names];
}

async function build(): Promise<string> {
  const keys = readdirSync(HERE, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const templates: Record<string, object> = {};
  for (const { name } of keys.toSorted((a, b) => a.name.localeCompare(b.name))) {
    const channels: Record<string, object> = {};
    for (const [channel, parts] of Object.entries(CHANNELS)) {
      const compiled = await channelOf(join(HERE, name), parts);
      if (!compiled) continue;
      const variables = new Set(Object.values(compiled).flatMap(variablesOf));
      channels[channel] = { variables: [...variables].toSorted(), ...compiled };
    }
    templates[name] = channels;
  }
  const json = JSON.stringify(templates, undefined, 2);
  return `// Generated from services/notifier/templates by build.ts: do not edit.\nexport const templates = ${json} as const;\n`;
}

const built = await build();
if (!process.argv.includes('--check')) {
  writeFileSync(OUTPUT, built);
} else if (!existsSync(OUTPUT) || readFileSync(OUTPUT, 'utf8') !== built) {
  process.stderr.write('The compiled templates are stale: run node services/notifier/templates/build.ts\n');
  process.exitCode = 1;
}
