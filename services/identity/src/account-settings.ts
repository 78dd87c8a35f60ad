import { onOff } from '@guildhall/runtime';
import { z } from 'zod';

const words = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** "tenant:domain,tenant:domain" */
const domainsByTenant = (text: string): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const word of words(text)) {
    const [tenant = '', domain = ''] = word.split(':');
    found.set(tenant, [...(found.get(tenant) ?? []), domain.toLowerCase()]);
  }
  return found;
};

const isDomainList = (text: string): boolean => words(text).every((word) => /^[^:]+:[^:]+$/.test(word));

const baseUrl = () => z.url('must be the address of a stand-in, http://127.0.0.1:8025/google').optional();

/** What accounts with a password and signing in through services are told. */
export const accountSettings = {
  HIDE_ACCOUNT_EXISTENCE: onOff(false),
  /** A session that began with a password ends unused after these hours, and at the latest after these days. */
  PASSWORD_SESSION_IDLE_HOURS: z.coerce.number('must be a number of hours').int().min(1).max(8_760).default(12),
  PASSWORD_SESSION_DAYS: z.coerce.number('must be a number of days').int().min(1).max(365).default(7),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GOOGLE_BASE_URL: baseUrl(),
  MICROSOFT_CLIENT_ID: z.string().optional(),
  MICROSOFT_CLIENT_SECRET: z.string().optional(),
  MICROSOFT_TENANT: z.string().default('common'),
  MICROSOFT_TENANTS: z.string().default('').transform(words),
  MICROSOFT_TENANT_DOMAINS: z
    .string()
    .default('')
    .refine(isDomainList, 'must name tenants with their domains, tenant:example.org, with a comma between')
    .transform(domainsByTenant),
  MICROSOFT_APP_IDS: z.string().default('').transform(words),
  MICROSOFT_BASE_URL: baseUrl(),
  MICROSOFT_GRAPH_URL: baseUrl(),
  ZOOM_CLIENT_ID: z.string().optional(),
  ZOOM_CLIENT_SECRET: z.string().optional(),
  ZOOM_BASE_URL: baseUrl(),
} as const;

const schema = z.object(accountSettings);
export type AccountSettings = z.infer<typeof schema>;
