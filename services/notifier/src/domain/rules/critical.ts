import type { Category, Order } from '../message.ts';

const CRITICAL: readonly Category[] = ['auth', 'emergency'];

/** What nobody can switch off, hold back or gather: a code to sign in with, and whatever is about somebody's safety. */
export const isCritical = ({ category, lane }: Pick<Order, 'category' | 'lane'>): boolean =>
  lane === 'emergency' || CRITICAL.includes(category);
