import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';

/** The parts of one channel in one language: those named in the head of its file, and `text`. */
export type Words = Readonly<Record<string, string>>;

/** A file of words: lines `name: value`, an empty line, and what the rest is. One without a head begins at once. */
export function readWords(file: string, heads: readonly string[]): Words {
  const source = readFileSync(file, 'utf8').trimEnd();
  if (heads.length === 0) return { text: source };
  const [head = '', ...rest] = source.split('\n\n');
  const words: Record<string, string> = { text: rest.join('\n\n') };
  for (const line of head.split('\n')) {
    const [name = '', value] = line.split(/: (.*)/);
    if (!heads.includes(name) || value === undefined) throw new Error(`${file}: "${line}" is no line of its head`);
    words[name] = value;
  }
  return words;
}

const HELPERS = ['if', 'unless', 'each', 'plural', 'day', 'moment', 'clock', 'figure', 'same', 'first', 'clip'];
const BLOCKS = ['if', 'unless', 'each'];

/** What a template asks for: its variables, and those of them that are lists (JSON arrays of texts). */
export type Asks = Readonly<{ variables: ReadonlySet<string>; lists: ReadonlySet<string> }>;

/** Throws for a helper that there is none of, and for a value that would not be escaped. */
export function asksOf(source: string, where: string): Asks {
  const [variables, lists] = [new Set<string>(), new Set<string>()];
  class Finder extends Handlebars.Visitor {
    override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
      if (!mustache.escaped) throw new Error(`${where}: {{{ }}} escapes nothing`);
      super.MustacheStatement?.(mustache);
    }
    override BlockStatement(block: hbs.AST.BlockStatement): void {
      if (nameOf(block.path) === 'each') lists.add(listOf(block.params[0]));
      super.BlockStatement?.(block);
    }
    override PathExpression({ original, data }: hbs.AST.PathExpression): void {
      if (!data && original !== 'this' && !HELPERS.includes(original)) variables.add(original);
    }
  }
  new Finder().accept(Handlebars.parse(source));
  // Whatever is not known here would fail when it is rendered.
  Handlebars.precompile(source, { knownHelpers: known, knownHelpersOnly: true, strict: true });
  return { variables, lists };
}

const nameOf = (path: hbs.AST.Node | undefined): string =>
  path?.type === 'PathExpression' ? (path as hbs.AST.PathExpression).original : '';

/** The list itself, or that of `(first list 3)`. */
const listOf = (given: hbs.AST.Node | undefined): string =>
  given?.type === 'SubExpression' ? nameOf((given as hbs.AST.SubExpression).params[0]) : nameOf(given);

const known = Object.fromEntries(HELPERS.filter((name) => !BLOCKS.includes(name)).map((name) => [name, true]));
