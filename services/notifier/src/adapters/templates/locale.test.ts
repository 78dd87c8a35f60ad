import { describe, expect, it } from 'vitest';
import { languageFor } from './locale.ts';
import { templatesOf } from './testing.ts';
import { anOrder } from '../../domain/testing.ts';

const available = ['en', 'fr'];

describe('the language of a message', () => {
  it.each([
    ['fr-CA', 'en-GB', 'fr', 'fr-CA'],
    ['fr', 'en-GB', 'fr', 'fr-FR'],
    ['fr_ca', 'en-GB', 'fr', 'fr-CA'],
    ['FR-latn-ca', 'en-GB', 'fr', 'fr-Latn-CA'],
    ['en', 'en-US', 'en', 'en-US'],
    ['en', 'fr-CA', 'en', 'en-GB'],
    ['de-AT', 'fr-CA', 'fr', 'fr-CA'],
    ['de', 'de', 'en', 'en-GB'],
    [undefined, 'fr', 'fr', 'fr-FR'],
    ['', 'en-GB', 'en', 'en-GB'],
    ['nonsense!', 'en-GB', 'en', 'en-GB'],
  ])('for a reader of %s at an organisation of %s is %s, with the dates of %s', (reader, own, words, formats) => {
    expect(languageFor(available, reader, own)).toEqual({ words, formats });
  });

  it('is that of the reader, else the organisation', () => {
    const order = anOrder({
      channel: 'sms',
      template: 'site-crowded',
      variables: { siteName: 'Nord', count: '54', capacity: '60' },
    });
    const french = 'Nord est presque plein : 54 places sur 60 sont prises.';

    expect(templatesOf().render({ ...order, locale: 'fr-CA' })).toMatchObject({ text: french });
    expect(templatesOf({ locale: 'fr' }).render(order)).toMatchObject({ text: french });
    expect(templatesOf().render(order)).toMatchObject({ text: 'Nord is nearly full: 54 of 60 places are taken.' });
  });
});
