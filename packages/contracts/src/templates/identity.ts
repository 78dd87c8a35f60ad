import { integer, sealed, text, url } from './variable.ts';

// What identity writes to people. Codes and links open accounts: they travel sealed.

const link = sealed(url);

export const identityTemplates = {
  login: { code: sealed(text), expiresMinutes: integer },
  'sign-up-confirm': { link },
  'sign-up-exists': { link },
  'password-reset': { link },
  'password-changed': { link },
  'service-confirm': { link, service: text },
  'service-linked': { link, service: text },
} as const;
