import { createContext, useContext } from 'react';
import { en, type Words } from './en.ts';

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

/** French is loaded only where it is wanted. */
export const loadWords = async (language: Language): Promise<Words> =>
  language === 'fr' ? (await import('./fr.ts')).fr : en;

export type Speaking = Readonly<{ language: Language; words: Words; speak: (language: Language) => void }>;

export const SpeakingContext = createContext<Speaking>({ language: 'en', words: en, speak: () => undefined });

export const useWords = (): Words => useContext(SpeakingContext).words;

export const useSpeaking = (): Speaking => useContext(SpeakingContext);
