import type { Content } from '../../app/ports.ts';

const MARK = '[Test]';

/** Nobody who is sent a sample is to think that it is meant. */
export function marked(content: Content): Content {
  switch (content.channel) {
    case 'email': {
      const html = content.html.replace(/<h1[^>]*>/, (tag) => `${tag}${MARK} `);
      return { ...content, html, subject: `${MARK} ${content.subject}`, text: `${MARK}\n\n${content.text}` };
    }
    case 'sms':
      return { ...content, text: `${MARK} ${content.text}` };
    case 'slack': {
      const mark = { type: 'context', elements: [{ type: 'mrkdwn', text: MARK }] };
      return { ...content, text: `${MARK} ${content.text}`, blocks: [mark, ...(content.blocks ?? [])] };
    }
    case 'push':
    case 'inbox':
      return { ...content, title: `${MARK} ${content.title}` };
  }
}
