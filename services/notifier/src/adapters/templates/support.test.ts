import { describe, expect, it } from 'vitest';
import { anOrder } from '../../domain/testing.ts';
import { templatesOf } from './testing.ts';

const order = anOrder({
  template: 'cover-alert',
  channel: 'email',
  variables: { siteName: 'North', count: '2', minutes: '15' },
});
const mailOf = (contact: string) => templatesOf({}, contact).render(order) as Readonly<{ html: string; text: string }>;

describe('whom people may ask', () => {
  it('stands at the end of every mail, as text only', () => {
    const { html, text } = mailOf('Ann & Co <help@example.org>');
    expect(text).toContain('Questions? Ask Ann & Co <help@example.org>.');
    expect(html).toContain('Ask Ann &amp; Co &lt;help@example.org&gt;.');
  });

  it('is not mentioned where nobody is named', () => {
    const { html, text } = mailOf('');
    expect(html + text).not.toContain('Questions?');
  });

  it('cannot be said otherwise by a message', () => {
    const variables = { ...order.variables, supportContact: 'evil@example.org' };
    const { text } = templatesOf({}, 'help@example.org').render({ ...order, variables }) as Readonly<{ text: string }>;
    expect(text).not.toContain('evil@example.org');
  });
});
