import Handlebars from 'handlebars';
import type { Content } from '../../app/ports.ts';
import type { Channel } from '../../domain/message.ts';
import { forSlack, forSms, oneLine } from './escaping.ts';
import { plural } from './plural.ts';

export type Variables = Readonly<Record<string, string>>;

/** The parts of one template on one channel, as they were compiled from the sources. */
export type Source = Readonly<{ variables: readonly string[] } & Partial<Record<Part, string>>>;
type Part = 'subject' | 'html' | 'text' | 'context' | 'title' | 'link';

export type Compiled = Readonly<{ variables: readonly string[]; contentFor(values: Variables): Content }>;

const engine = Handlebars.create();
engine.registerHelper('plural', plural);

const part = (source: string | undefined, noEscape: boolean) =>
  engine.compile<Variables>(source ?? '', {
    strict: true,
    noEscape,
    knownHelpers: { plural: true },
    knownHelpersOnly: true,
  });

const mapped = (values: Variables, change: (value: string) => string): Variables =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));

/** A template ready to be filled; each channel is protected from what its values may hold. */
export function compiled(channel: Channel, source: Source): Compiled {
  const { variables } = source;
  const text = part(source.text, true);
  switch (channel) {
    case 'email': {
      const [subject, html] = [part(source.subject, true), part(source.html, false)];
      const contentFor = (given: Variables): Content => {
        const values = mapped(given, oneLine);
        return { channel, subject: oneLine(subject(values)), html: html(values), text: text(values) };
      };
      return { variables, contentFor };
    }
    case 'sms':
      return { variables, contentFor: (values) => ({ channel, text: forSms(oneLine(text(mapped(values, oneLine)))) }) };
    case 'push': {
      const [title, link] = [part(source.title, true), part(source.link, true)];
      const contentFor = (given: Variables): Content => {
        const values = mapped(given, oneLine);
        const lines = { title: oneLine(title(values)), text: text(values) };
        return { channel, ...lines, ...(source.link && { link: oneLine(link(values)) }) };
      };
      return { variables, contentFor };
    }
    case 'slack': {
      const context = part(source.context, true);
      const contentFor = (given: Variables): Content => {
        const values = mapped(given, (value) => forSlack(oneLine(value)));
        return { channel, text: text(values), ...(source.context && { context: context(values) }) };
      };
      return { variables, contentFor };
    }
  }
}
