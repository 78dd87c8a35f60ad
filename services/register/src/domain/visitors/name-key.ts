const letters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** A name as one searches for it: "Łukasz  O'Żółć" and "lukasz o'zolc" are the same. */
export const nameKey = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[øłđðþßæœı]/g, (letter) => letters[letter] ?? letter)
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** Every word of the query begins a word of the key. */
export function matchesName(key: string, query: string): boolean {
  const words = key.split(' ');
  return nameKey(query)
    .split(' ')
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** "Ada Lovelace" is "Ada L.": enough to see that one was understood, too little to learn who somebody is. */
export function shownName(displayName: string): string {
  const [first = '', ...rest] = displayName.trim().split(/\s+/u);
  const initial = rest.at(-1)?.match(/\p{L}\p{M}*|\p{N}/u)?.[0];
  return initial ? `${first} ${initial.toUpperCase()}.` : first;
}
