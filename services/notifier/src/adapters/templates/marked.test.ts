import { describe, expect, it } from 'vitest';
import type { Content } from '../../app/ports.ts';
import { anOrder } from '../../domain/testing.ts';
import { everyCase, templatesOf } from './testing.ts';

const { render } = templatesOf();

/** Every part in which somebody might read it first. */
function wherever(content: Content): readonly string[] {
  if (content.channel === 'email') return [content.subject, content.html, content.text];
  if (content.channel === 'slack') return [content.text, JSON.stringify(content.blocks?.[0])];
  return ['title' in content ? content.title : content.text];
}

describe('a test message', () => {
  it.each(everyCase)(
    '$template by $channel in $locale ($sample) says that it is one',
    ({ template, channel, locale, variables }) => {
      const content = render(anOrder({ template, channel, locale, variables, isTest: true }));

      expect(wherever(content).filter((part) => !part.includes('[Test]'))).toEqual([]);
    },
  );
});
