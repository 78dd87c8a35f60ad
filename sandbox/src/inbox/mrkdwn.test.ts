import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mrkdwn, wordsOnly } from './mrkdwn.ts';

describe('mrkdwn', () => {
  it.each([
    ['*bold* _it_ ~gone~', '<b>bold</b> <i>it</i> <s>gone</s>'],
    ['a `<b>`', 'a `<b>`'.replace('`<b>`', '<code>&lt;b&gt;</code>')],
    ['Ada &amp; Bob &lt;3', 'Ada &amp; Bob &lt;3'],
    [
      '<https://a.example/?x=1&amp;y=2|the page>',
      '<a href="https://a.example/?x=1&amp;y=2" target="_blank" rel="noreferrer noopener">the page</a>',
    ],
    ['<!channel> <@U1|ada>', '<b>@channel</b> <b>ada</b>'],
    ['one\ntwo', 'one<br>two'],
    ['2*3*4', '2*3*4'],
    ['<javascript:alert(1)|x>', '&lt;javascript:alert(1)|x&gt;'],
  ])('shows %j', (text, markup) => {
    expect(mrkdwn(text).text).toBe(markup);
  });

  it('is words alone in a list', () => {
    expect(wordsOnly('*Ada* &amp; Bob at <https://a.example|the _north_> door')).toBe('Ada & Bob at the north door');
  });

  it('never lets markup of a message into the page', () => {
    const nasty = fc.stringMatching(/^[<>&"'|`*_~ a:/!@#\n-]{0,40}$/);
    fc.assert(
      fc.property(nasty, (text) => {
        const rest = mrkdwn(text).text.replace(
          /<\/?(b|i|s|code)>|<br>|<a href="[^"<>]*" target="_blank" rel="noreferrer noopener">|<\/a>/g,
          '',
        );
        expect(rest).not.toMatch(/[<>"]/);
      }),
    );
  });
});
