import { type PropsWithChildren, useEffect, useMemo, useState } from 'react';
import type { Words } from './en.ts';
import { type Language, loadWords, preferredLanguage, rememberLanguage, SpeakingContext } from './words.ts';

/** Gives every page its words, in the language of the device or the one chosen on it. */
export function Speaking({ children }: PropsWithChildren) {
  const [language, setLanguage] = useState<Language>(preferredLanguage);
  const [loaded, setLoaded] = useState<{ language: Language; words: Words }>();

  useEffect(() => {
    void loadWords(language).then((words) => setLoaded({ language, words }));
    document.documentElement.lang = language;
  }, [language]);

  const speaking = useMemo(
    () =>
      loaded && {
        ...loaded,
        speak: (next: Language) => {
          rememberLanguage(next);
          setLanguage(next);
        },
      },
    [loaded],
  );
  return speaking && <SpeakingContext value={speaking}>{children}</SpeakingContext>;
}
