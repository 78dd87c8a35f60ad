import { hash } from 'node:crypto';
import type { MarkOf } from '../../app/rules/ports.ts';

/** What is known of an address is found by this, and not by the address. Mail knows no capital letters. */
export const markOf: MarkOf = (channel, to) =>
  hash('sha256', JSON.stringify([channel, channel === 'email' ? to.toLowerCase() : to]), 'base64url').slice(0, 32);
