import { z } from 'zod';
import type { Settings } from '../../config.ts';

const keyFile = z.object({
  project_id: z.string().min(1),
  client_email: z.email(),
  private_key: z.string().includes('PRIVATE KEY'),
  token_uri: z.url({ protocol: /^https?$/ }).default('https://oauth2.googleapis.com/token'),
});

/** The account that a service account's key file is of; nothing where none is set. */
export function googleAccountOf({ GOOGLE_SERVICE_ACCOUNT: text, GOOGLE_API_URL: rootUrl }: Settings) {
  if (text === undefined) return rootUrl === undefined ? undefined : { token: 'ya29.sandbox' };
  const {
    project_id: project,
    client_email: clientEmail,
    private_key: privateKey,
    token_uri: tokenUri,
  } = keyFile.parse(JSON.parse(text));
  return { project, clientEmail, privateKey, tokenUri };
}
