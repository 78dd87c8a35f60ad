import type { MessageInitShape } from '@bufbuild/protobuf';
import type { TemplatePreviewSchema, TemplateService } from '@guildhall/contracts/notifier/v1/templates';
import type { Implementation } from '@guildhall/messaging';
import type { CurrentBrand } from '../../app/brand/brands.ts';
import type { Gallery, Preview, Shown } from '../../app/templates/ports.ts';
import type { SendTest } from '../../app/templates/send-test.ts';
import type { Handler } from '@guildhall/kernel';
import { categories, channels } from './names.ts';

type Deps = Readonly<{ gallery: Gallery; sendTest: Handler<SendTest, string>; brand: CurrentBrand }>;

export const templateService = ({ gallery, sendTest, brand }: Deps): Implementation<typeof TemplateService> => ({
  listTemplates: async () => ({
    templates: gallery.list().map((one) => ({
      key: one.key,
      category: categories.toProto(one.category),
      about: { ...one.about },
      channels: one.channels.map(channels.toProto),
      locales: [...one.locales],
      samples: [...one.samples],
      variables: [...one.variables],
    })),
  }),
  previewTemplate: async (request) => previewToProto(gallery.preview(shownOf(request))),
  sendTestMessage: async ({ slackChannel, ...request }, { principal: { personId } }) => ({
    reference: await sendTest({ ...shownOf(request), personId, ...(slackChannel && { slackChannel }) }),
  }),
  getBrand: async () => brand.get(),
  updateBrand: async ({ brand: given }) => {
    const { name, logoUrl, buttonColour, buttonTextColour, headingColour, locale } = given!;
    return brand.update({ name, logoUrl, buttonColour, buttonTextColour, headingColour, locale });
  },
});

type Asked = Readonly<{ key: string; channel: number; locale: string; sample: string }>;

const shownOf = ({ key, channel, locale, sample }: Asked): Shown => ({
  key,
  // The contract takes defined channels only.
  channel: channels.fromProto(channel) ?? 'email',
  ...(locale && { locale }),
  ...(sample && { sample }),
});

function previewToProto({
  content,
  variables,
  bytes,
  charged,
}: Preview): MessageInitShape<typeof TemplatePreviewSchema> {
  const { channel, text } = content;
  const base = { channel: channels.toProto(channel), text, bytes, variables: { ...variables } };
  switch (channel) {
    case 'email':
      return { ...base, subject: content.subject, html: content.html };
    case 'sms':
      return { ...base, ...charged };
    case 'slack':
      return { ...base, blocks: JSON.stringify(content.blocks ?? []) };
    case 'push':
    case 'inbox':
      return { ...base, title: content.title, ...(content.link && { link: content.link }) };
  }
}
