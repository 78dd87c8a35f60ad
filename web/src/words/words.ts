import { createContext, use, useContext } from 'react';
import type { Words } from './en.ts';
import { everywhere } from './en/everywhere.ts';

export type Language = 'en' | 'fr';

export const languages: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français' };

const key = 'guildhall.language';

export const isLanguage = (value: unknown): value is Language => value === 'en' || value === 'fr';

/** What the person chose on this device, else what the browser asks for, else English. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(key);
  if (isLanguage(chosen)) return chosen;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}

export const rememberLanguage = (language: Language): void => localStorage.setItem(key, language);

type Pages = Omit<Words, keyof typeof everywhere>;

const names: readonly (keyof Pages)[] = [
  'presence',
  'profile',
  'token',
  'people',
  'sites',
  'messages',
  'account',
  'picker',
  'reports',
  'who',
  'records',
  'siteSettings',
  'admin',
];

const ofPages: Readonly<Record<Language, () => Promise<Pages>>> = {
  en: async () => (await import('./en/pages.ts')).pages,
  fr: async () => (await import('./fr/pages.ts')).pages,
};

/** The words of pages are loaded for the first page that uses one of them, which waits for them. */
function withPages(first: typeof everywhere, language: Language): Words {
  let loading: Promise<Pages> | undefined;
  const pages = (): Pages => use((loading ??= ofPages[language]()));
  const later = names.map((name) => [name, { enumerable: true, get: () => pages()[name] }] as const);
  return Object.defineProperties({ ...first }, Object.fromEntries(later)) as Words;
}

/** French is loaded only where it is wanted. */
export const loadWords = async (language: Language): Promise<Words> =>
  withPages(language === 'fr' ? (await import('./fr/everywhere.ts')).everywhere : everywhere, language);

export type Speaking = Readonly<{ language: Language; words: Words; speak: (language: Language) => void }>;

export const SpeakingContext = createContext<Speaking>({
  language: 'en',
  words: withPages(everywhere, 'en'),
  speak: () => undefined,
});

export const useWords = (): Words => useContext(SpeakingContext).words;

export const useSpeaking = (): Speaking => useContext(SpeakingContext);
