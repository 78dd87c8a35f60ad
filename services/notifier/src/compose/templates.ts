import { TemplateService } from '@guildhall/contracts/notifier/v1/templates';
import { newId, serve } from '@guildhall/messaging';
import type { Process } from '@guildhall/runtime';
import { brandRepository } from '../adapters/mongo/brand.repository.ts';
import { templateService } from '../adapters/nats/template.service.ts';
import { gallery as galleryOf } from '../adapters/templates/gallery.ts';
import type { AcceptMessages } from '../app/accept-messages.ts';
import { type CurrentBrand, currentBrand } from '../app/brand/brands.ts';
import type { Recipients, Templates } from '../app/ports.ts';
import type { Gallery } from '../app/templates/ports.ts';
import { sendTestHandler } from '../app/templates/send-test.ts';
import type { Settings } from '../config.ts';
import { plainBrand } from '../domain/brand.ts';

const REFRESH_MS = 5_000;

/** The organisation's brand, kept in memory and looked after. */
export async function openBrand({ store, settings, life, log }: Process<Settings>): Promise<CurrentBrand> {
  const plain = plainBrand(settings.ORGANISATION_NAME, settings.ORGANISATION_LOCALE);
  const brand = currentBrand(brandRepository(store.connection), plain);
  await brand.refresh();
  const refresh = (): void => void brand.refresh().catch((error: unknown) => log.warn({ error }, 'brand not read'));
  await life.hold('brand', setInterval(refresh, REFRESH_MS), (timer) => clearInterval(timer));
  return brand;
}

type Deps = Readonly<{ brand: CurrentBrand; templates: Templates; recipients: Recipients; accept: AcceptMessages }>;

/** Starts what shows the templates and sends samples of them. */
export async function composeTemplates(
  { bus, life, log, clock, settings }: Process<Settings>,
  deps: Deps,
): Promise<void> {
  const { brand, templates, recipients, accept } = deps;
  const gallery = galleryOf({ templates, publicUrl: settings.PUBLIC_URL });
  readyForEmergencies(gallery);
  const sendTest = sendTestHandler({ gallery, recipients, accept, clock, newId });
  const service = templateService({ gallery, sendTest, brand });
  const report = (error: unknown, method: { name: string }): void =>
    log.error({ error, method: method.name }, 'method');
  const served = serve(bus, TemplateService, service, { report });
  await life.hold('template methods', served, (held) => held.close());
}

/** A template is made ready when it is filled for the first time, and in an emergency nobody waits for that. */
function readyForEmergencies(gallery: Gallery): void {
  for (const { key, category, channels, locales, samples } of gallery.list()) {
    if (category !== 'emergency') continue;
    for (const channel of channels) {
      for (const locale of locales) for (const sample of samples) gallery.preview({ key, channel, locale, sample });
    }
  }
}
