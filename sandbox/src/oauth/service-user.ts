import { z } from 'zod';

export const services = ['google', 'microsoft', 'zoom'] as const;
export type ServiceName = (typeof services)[number];

/** What may be said of somebody who has an account at a service. */
export const UserClaims = z.strictObject({
  /** Who they are to the service, whatever their address becomes. */
  subject: z.string().min(1).max(100).optional(),
  email: z.email().max(254).optional(),
  emailVerified: z.boolean().optional(),
  /** Microsoft's profile; null where there is no mailbox. */
  mail: z.email().max(254).nullable().optional(),
  firstName: z.string().max(100).optional(),
  lastName: z.string().max(100).optional(),
  tenantId: z.string().min(1).max(64).optional(),
});
export type UserClaims = z.output<typeof UserClaims>;

export type ServiceUser = Readonly<{
  key: string;
  subject: string;
  email: string;
  emailVerified: boolean;
  mail: string | null;
  firstName: string;
  lastName: string;
  tenantId: string;
}>;

/** The organisation whose people sign in through Microsoft in demonstrations, and one that is foreign to it. */
export const homeTenant = '11111111-1111-4111-8111-111111111111';
export const foreignTenant = '22222222-2222-4222-8222-222222222222';

/** Somebody of whom only this is said; the rest follows from the key. */
export function newUser(key: string, said: UserClaims = {}): ServiceUser {
  const email = said.email ?? `${key}@example.org`;
  const [first = key, last = 'Example'] = key.split(/[.\s_-]+/);
  return {
    key,
    subject: said.subject ?? `sandbox-${key}`,
    email,
    emailVerified: said.emailVerified ?? true,
    mail: said.mail === undefined ? email : said.mail,
    firstName: said.firstName ?? capital(first),
    lastName: said.lastName ?? capital(last),
    tenantId: said.tenantId ?? homeTenant,
  };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export const displayName = ({ firstName, lastName }: ServiceUser): string => `${firstName} ${lastName}`.trim();
