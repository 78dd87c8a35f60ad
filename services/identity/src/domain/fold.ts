// Letters that Unicode does not decompose, yet that people type without their ornament.
const ornamented: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
};

/** Lower case, without accents: what a search or an order of names compares. Other scripts stay as they are. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðþłħıŋŧ]/g, (letter) => ornamented[letter] ?? letter)
    .normalize('NFC');
