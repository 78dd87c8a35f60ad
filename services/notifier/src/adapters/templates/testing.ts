import { sealer } from '@guildhall/messaging';
import type { Content } from '../../app/ports.ts';
import { type Brand, plainBrand } from '../../domain/brand.ts';
import type { Channel } from '../../domain/message.ts';
import { anOrder } from '../../domain/testing.ts';
import { templates as sources } from './gen/templates.ts';
import type { Sources } from './source.ts';
import { templates } from './templates.ts';

export type As<C extends Channel> = Extract<Content, { channel: C }>;

export const testSeal = sealer(new Uint8Array(32).fill(7));

const aBrand = (change: Partial<Brand> = {}): Brand => ({ ...plainBrand('Guildhall', 'en-GB'), ...change });

/** The templates of an organisation, with what the test wants otherwise. */
export const templatesOf = (change: Partial<Brand> = {}, supportContact = '') => {
  const brand = aBrand(change);
  return templates({ sealer: testSeal, brand: () => brand, supportContact });
};

const plain = templatesOf();

/** One message in English, or in the language that is named. */
export const make = <C extends Channel>(
  channel: C,
  template: string,
  variables: Readonly<Record<string, string>>,
  locale?: string,
): As<C> => plain.render(anOrder({ channel, template, variables, ...(locale && { locale }) })) as As<C>;

export const all: Sources = sources;

/** Every template by every channel, in every language, with every sample. */
export const everyCase = Object.entries(all).flatMap(([template, { channels, samples, category }]) =>
  Object.entries(channels).flatMap(([channel, { words }]) =>
    Object.keys(words).flatMap((locale) =>
      Object.entries(samples).map(([sample, variables]) => ({
        template,
        channel: channel as Channel,
        locale,
        sample,
        variables,
        category,
      })),
    ),
  ),
);

export type Case = (typeof everyCase)[number];

export const casesOf = (channel: Channel): readonly Case[] => everyCase.filter((one) => one.channel === channel);
