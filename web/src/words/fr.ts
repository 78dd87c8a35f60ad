import type { Words } from './en.ts';
import { everywhere } from './fr/everywhere.ts';
import { pages } from './fr/pages.ts';

export const fr: Words = { ...everywhere, ...pages };
