import { AppError } from '@guildhall/kernel';
import { smsSegments } from '@guildhall/providers';
import type { Content, Templates } from '../../app/ports.ts';
import type { Gallery, ListedTemplate, Preview } from '../../app/templates/ports.ts';
import type { Category, Channel, Order } from '../../domain/message.ts';
import { isCritical } from '../../domain/rules/critical.ts';
import { templates as sources } from './gen/templates.ts';
import type { Sources, TemplateSource } from './source.ts';

/** Where the links of samples lead before they lead to us. */
const SAMPLE_ORIGIN = 'https://members.example.org';

type Deps = Readonly<{ templates: Pick<Templates, 'render'>; publicUrl: string }>;

/** Shows every template with the samples that lie beside its words. */
export const gallery = ({ templates, publicUrl }: Deps): Gallery => ({
  list: () => Object.entries(all).map(([key, source]) => listed(key, source)),
  preview: ({ key, channel, locale, sample }): Preview => {
    const source = Object.hasOwn(all, key) ? all[key] : undefined;
    if (!source || !Object.hasOwn(source.channels, channel)) throw notFound('There are no such words.');
    const [first = ''] = Object.keys(source.samples);
    const found = Object.hasOwn(source.samples, sample || first) ? source.samples[sample || first] : undefined;
    if (!found) throw notFound('There is no such sample.');
    const variables = Object.fromEntries(
      Object.entries(found).map(([name, value]) => [name, value.replaceAll(SAMPLE_ORIGIN, publicUrl)]),
    );
    const order = { ...orderOf(key, channel, source), ...(locale && { locale }) };
    const unsubscribeUrl = isCritical(order) ? '' : `${publicUrl}/unsubscribe/sample`;
    const content = templates.render({ ...order, variables: { ...variables, unsubscribeUrl } });
    return { content, variables, ...measured(content) };
  },
});

const all: Sources = sources;

function listed(key: string, { category, about, samples, channels }: TemplateSource): ListedTemplate {
  const of = Object.values(channels);
  return {
    key,
    category: category as Category,
    about,
    channels: Object.keys(channels) as Channel[],
    locales: [...new Set(of.flatMap(({ words }) => Object.keys(words)))],
    samples: Object.keys(samples),
    variables: [...new Set(of.flatMap(({ variables }) => variables))].toSorted(),
  };
}

const orderOf = (template: string, channel: Channel, { category }: TemplateSource): Order => ({
  idempotencyKey: 'preview',
  reference: 'preview',
  lane: category === 'emergency' ? 'emergency' : 'transactional',
  category: category as Category,
  template,
  channel,
  to: '',
  variables: {},
});

function measured(content: Content): Pick<Preview, 'bytes' | 'charged'> {
  const said = content.channel === 'email' ? content.html : content.text;
  const bytes = Buffer.byteLength(said);
  return content.channel === 'sms' ? { bytes, charged: smsSegments(content.text) } : { bytes };
}

const notFound = (message: string): AppError => new AppError('not-found', 'notifier.template_not_found', message);
