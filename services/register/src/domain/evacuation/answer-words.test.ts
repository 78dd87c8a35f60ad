import { describe, expect, it } from 'vitest';
import { meaningOf } from './answer-words.ts';

describe('a reply means', () => {
  it.each([
    '1',
    ' 1 ',
    '1.',
    '1!',
    'SAFE',
    'Safe.',
    "I'm safe",
    'I’m out',
    'ok',
    'OK 👍',
    '1 safe',
    '1 - at the car park',
    'yes',
    'En sécurité',
    'Ça va',
    'Je suis dehors',
    '1 no help needed',
    '1 personne en sécurité',
    'oui',
  ])('safe: %s', (text) => expect(meaningOf(text)).toBe('safe'));

  it.each([
    '2',
    '2 help',
    'HELP',
    'help!!!',
    'I need help',
    'trapped, no way out',
    'stuck in the lift',
    '1 help me',
    'Au secours',
    "J'ai besoin d'aide",
    'À l’aide',
    'je suis coincée',
    'blessé',
    'there is smoke on the stairs',
    '2!',
    'no help here, trapped',
  ])('help: %s', (text) => expect(meaningOf(text)).toBe('help'));

  it.each(['3', 'not there', 'Not on site', 'at home', '3 at home', 'Pas sur place', 'parti'])(
    'not on site: %s',
    (text) => expect(meaningOf(text)).toBe('not_on_site'),
  );

  it.each(['', '?', 'who is this', 'what is going on', 'no fire here', "don't need help", '12', '4', 'unsafe', '1000'])(
    'nothing that a machine should decide: %j',
    (text) => expect(meaningOf(text)).toBe('unclear'),
  );
});
