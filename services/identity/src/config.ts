import { ProcessSettings, secretKey } from '@guildhall/runtime';
import { z } from 'zod';
import { accountSettings } from './account-settings.ts';
import { directorySettings } from './directory-settings.ts';
import { isCountry } from './adapters/phone/phone-numbers.ts';
import { normaliseEmail } from './domain/email.ts';

const list = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');

const isMethodList = (methods: readonly string[]): methods is readonly ('email' | 'sms')[] =>
  methods.length > 0 && methods.every((method) => method === 'email' || method === 'sms');

export const Settings = ProcessSettings.extend({
  /** Turns codes into what is stored of them. Changing it voids the codes of the last quarter of an hour. */
  CODE_KEY: secretKey(),
  /** Hides codes on their way to the notifier, which has the same key. */
  SEALING_KEY: secretKey(),
  /** Signs the app's access tokens. The one before still counts while its tokens last: that is how to change it. */
  APP_TOKEN_KEY: secretKey(),
  APP_TOKEN_KEY_PREVIOUS: secretKey().optional(),
  /** Turns the PINs of kiosks into what is stored of them. Changing it voids every PIN. */
  PIN_KEY: secretKey(),
  BOOTSTRAP_ADMIN_EMAIL: z
    .string()
    .refine((value) => normaliseEmail(value) !== undefined, 'must be an e-mail address')
    .optional(),
  DEFAULT_REGION: z
    .string()
    .default('GB')
    .refine(isCountry, 'must be a country such as GB')
    .transform((region) => region),
  STAFF_EMAIL_DOMAINS: z.string().default('').transform(list),
  UNKNOWN_DOMAINS: z.enum(['visitor', 'refuse'], 'must be visitor or refuse').default('visitor'),
  SESSION_DAYS: z.coerce.number('must be a number of days').int().min(1).max(730).default(365),
  /** Codes by text message on one day, whoever asks for them: beyond it only e-mail is sent. */
  TEXT_CODES_PER_DAY: z.coerce.number('must be a number of messages').int().min(1).max(1_000_000).default(2_000),
  ...accountSettings,
  ...directorySettings,
  OFFERED_METHODS: z
    .string()
    .default('email,sms')
    .transform(list)
    .refine(isMethodList, 'must name email, sms or both, with a comma between'),
});

export type Settings = z.infer<typeof Settings>;
