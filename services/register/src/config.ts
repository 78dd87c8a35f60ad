import { ProcessSettings, secretKey } from '@guildhall/runtime';
import { z } from 'zod';
import { isCountry } from './adapters/phone/phone-numbers.ts';

const hostList = z
  .string()
  .transform((text) => text.split(',').map((host) => host.trim().toLowerCase()))
  .refine((hosts) => hosts.every((host) => /^[a-z0-9.-]+$/.test(host)), 'must be host names, separated by commas');

export const Settings = ProcessSettings.extend({
  /** Signs the links and QR codes that work without signing in. Changing it voids those that are out. */
  LINK_KEY: secretKey(),
  /** Where the Slack webhooks of sites may lead. */
  SLACK_WEBHOOK_HOSTS: hostList.default(['hooks.slack.com']),
  /** Of telephone numbers of visitors without a country code. */
  DEFAULT_REGION: z.string().default('GB').refine(isCountry, 'must be a country such as GB'),
});

export type Settings = z.infer<typeof Settings>;
