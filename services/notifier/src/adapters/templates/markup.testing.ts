/** One piece of text in a page as it is seen. */
export type Seen = Readonly<{ text: string; colour: string; ground: string }>;

type Element = Readonly<{ tag: string; classes: readonly string[]; within?: Element }>;
type Open = Element & Readonly<{ colour: string; ground: string; hidden: boolean }>;
type Rule = Readonly<{ selector: string; colour?: string; ground?: string }>;

const VOID = new Set(['img', 'br', 'meta', 'link', 'hr', 'input']);

/** What a mail program other than Outlook reads. */
const read = (html: string): string => html.replaceAll(/<!--[\s\S]*?-->/g, '').replaceAll(/<!doctype[^>]*>/gi, '');

const attribute = (tag: string, name: string): string => tag.match(new RegExp(`\\s${name}="([^"]*)"`, 'i'))?.[1] ?? '';

const property = (style: string, ...names: readonly string[]): string | undefined =>
  style
    .split(';')
    .map((one) => one.split(':'))
    .findLast(([key]) => names.includes(key?.trim() ?? ''))?.[1]
    ?.replace('!important', '')
    .trim();

/** Every text of a page with its colour and what is behind it, by day or in the dark. */
export function seenIn(html: string, scheme: 'light' | 'dark' = 'light'): readonly Seen[] {
  const rules = scheme === 'dark' ? darkRules(html) : [];
  const body = read(html).match(/<body[\s\S]*<\/body>/i)?.[0] ?? '';
  const stack: Open[] = [{ tag: '', classes: [], colour: '#000000', ground: '#ffffff', hidden: false }];
  const seen: Seen[] = [];
  for (const [token] of body.matchAll(/<[^>]+>|[^<]+/g)) {
    const top = stack.at(-1)!;
    if (!token.startsWith('<')) {
      if (token.trim() && !top.hidden) seen.push({ text: token.trim(), colour: top.colour, ground: top.ground });
      continue;
    }
    const tag = token.match(/^<\/?([a-z0-9]+)/i)?.[1]?.toLowerCase() ?? '';
    if (token.startsWith('</')) {
      if (tag !== top.tag) throw new Error(`</${tag}> closes <${top.tag}>`);
      stack.pop();
    } else if (!VOID.has(tag)) stack.push(opened(tag, token, top, rules));
  }
  if (stack.length > 1) throw new Error(`<${stack.at(-1)?.tag}> is not closed`);
  return seen;
}

function opened(tag: string, token: string, within: Open, rules: readonly Rule[]): Open {
  const style = attribute(token, 'style');
  const element = { tag, classes: attribute(token, 'class').split(' ').filter(Boolean), within };
  const own = {
    colour: property(style, 'color'),
    ground: property(style, 'background-color', 'background') ?? (attribute(token, 'bgcolor') || undefined),
  };
  const ruled = rules.filter(({ selector }) => matches(element, selector.split(' ')));
  const last = (name: 'colour' | 'ground'): string | undefined => ruled.findLast((rule) => rule[name])?.[name];
  return {
    ...element,
    // Rules for the dark are marked as important: they stand above what an element says of itself.
    colour: last('colour') ?? own.colour ?? within.colour,
    ground: last('ground') ?? own.ground ?? within.ground,
    hidden: within.hidden || property(style, 'display') === 'none',
  };
}

function darkRules(html: string): readonly Rule[] {
  const block = html.match(/@media \(prefers-color-scheme: dark\) \{([\s\S]*?\})\s*\}/)?.[1] ?? '';
  return [...block.matchAll(/([^{}]+)\{([^{}]+)\}/g)].flatMap(([, selectors = '', style = '']) => {
    const [colour, ground] = [property(style, 'color'), property(style, 'background-color')];
    const names = selectors.split(',').map((selector) => selector.replaceAll(/\s*>\s*|\s+/g, ' ').trim());
    return names.map((selector) => ({ selector, ...(colour && { colour }), ...(ground && { ground }) }));
  });
}

/** Selectors of elements and classes, one within the other; attributes are left aside. */
function matches(element: Element | undefined, selector: readonly string[]): boolean {
  const last = selector.at(-1)?.replace(/\[[^\]]*\]/, '') ?? '';
  if (!element || !isOne(element, last)) return false;
  const rest = selector.slice(0, -1);
  if (rest.length === 0) return true;
  for (let outer = element.within; outer; outer = outer.within) if (matches(outer, rest)) return true;
  return false;
}

function isOne({ tag, classes }: Element, compound: string): boolean {
  const [name, ...wanted] = compound.split('.');
  return (name === '' || name === tag) && wanted.every((one) => classes.includes(one));
}

const SIGNS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#x3D': '=',
  '#x60': '`',
};
const decoded = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#x27|#x3D|#x60);/g, (_, name: string) => SIGNS[name] ?? '');

export const linksIn = (html: string): readonly string[] =>
  [...read(html).matchAll(/\shref="([^"]*)"/g)].map(([, link]) => decoded(link ?? ''));

/** Their names only, in order. */
export const tagsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<(\/?[a-z!][a-z0-9]*)/gi)].map(([, name]) => name ?? '');
