import { everywhere } from './en/everywhere.ts';
import { pages } from './en/pages.ts';

/** Every word on the pages. French keeps the same shape. */
export const en = { ...everywhere, ...pages };

export type Words = typeof en;
