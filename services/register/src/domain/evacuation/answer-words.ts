import type { MarkState } from './mark.ts';

const words: Readonly<Record<Exclude<MarkState, 'unclear' | 'missing'>, readonly string[]>> = {
  safe: [
    '1',
    'safe',
    'ok',
    'okay',
    'fine',
    'out',
    'yes',
    'y',
    'good',
    'im safe',
    'i am safe',
    'im out',
    'i am out',
    'im ok',
    'i am ok',
    'all good',
    'oui',
    'sauf',
    'sauve',
    'en securite',
    'securite',
    'dehors',
    'sorti',
    'sortie',
    'ca va',
    'tout va bien',
    'je vais bien',
    'je suis dehors',
    'je suis en securite',
    'je suis sorti',
    'je suis sortie',
  ],
  help: [
    '2',
    'help',
    'sos',
    'no',
    'n',
    'hurt',
    'injured',
    'trapped',
    'stuck',
    'need help',
    'i need help',
    'help me',
    'aide',
    'aidez moi',
    'au secours',
    'secours',
    'a l aide',
    'besoin d aide',
    'jai besoin d aide',
    'blesse',
    'blessee',
    'coince',
    'coincee',
    'non',
  ],
  not_on_site: [
    '3',
    'not there',
    'not here',
    'not on site',
    'im not there',
    'im not on site',
    'i am not on site',
    'at home',
    'home',
    'left',
    'gone',
    'away',
    'absent',
    'absente',
    'pas sur place',
    'pas la',
    'je ne suis pas sur place',
    'a la maison',
    'parti',
    'partie',
  ],
};

const alarm = '(?:help|sos|hurt|injured|trapped|stuck|fire|smoke|aide|secours|bless|coinc|feu|fumee)\\w*';
const alarming = new RegExp(`\\b${alarm}`);
// "No help needed", "pas besoin d'aide", "nobody is hurt": no alarm. What else the sentence says still counts.
const negated = new RegExp(`\\b(?:no|not|nobody|dont|don t|without|pas|sans|aucune?)(?: \\w+){0,2}? ${alarm}`, 'g');

const isAlarming = (plain: string): boolean => alarming.test(plain.replaceAll(negated, ''));

/**
 * What a reply means, in English or French, however it is written. When in doubt it is unclear, and a human reads it;
 * only a cry for help is heard in the middle of a sentence.
 */
export function meaningOf(text: string): MarkState {
  const plain = plainOf(text);
  for (const state of ['safe', 'help', 'not_on_site'] as const) {
    if (words[state].includes(plain)) return state;
  }
  // "1 safe", "2 help", "1. OK": the number that the call offers, then anything that does not contradict it.
  const digit = /^([123])\b/.exec(plain)?.[1];
  const chosen = digit && (['safe', 'help', 'not_on_site'] as const)[Number(digit) - 1];
  if (isAlarming(digit ? plain.slice(1) : plain)) return 'help';
  return chosen || 'unclear';
}

const plainOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]m\b/g, 'm')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
