import type { Clock } from '@guildhall/kernel';
import type { Health } from '@guildhall/runtime';
import { google } from '../adapters/oidc/google.ts';
import { microsoft } from '../adapters/oidc/microsoft.ts';
import { microsoftTokens } from '../adapters/oidc/microsoft-tokens.ts';
import { zoom } from '../adapters/oidc/zoom.ts';
import type { AccountSettings } from '../account-settings.ts';
import type { Tenants } from '../app/oidc/exchange-microsoft.ts';
import type { MicrosoftTokens, ServiceProviders } from '../app/oidc/ports.ts';
import type { Settings } from '../config.ts';

const microsoftPlaces = ({ MICROSOFT_BASE_URL, MICROSOFT_GRAPH_URL, MICROSOFT_TENANT }: AccountSettings) => ({
  baseUrl: MICROSOFT_BASE_URL ?? 'https://login.microsoftonline.com',
  graphUrl: MICROSOFT_GRAPH_URL ?? 'https://graph.microsoft.com/v1.0',
  tenant: MICROSOFT_TENANT,
});

/** The services with credentials; the others are not offered. */
export function providersOf(settings: Settings, clock: Clock): ServiceProviders {
  const redirectUri = new URL('/oidc/callback', settings.PUBLIC_URL).href;
  const [ofGoogle, ofMicrosoft, ofZoom] = (['GOOGLE', 'MICROSOFT', 'ZOOM'] as const).map((name) =>
    clientOf(settings[`${name}_CLIENT_ID`], settings[`${name}_CLIENT_SECRET`], redirectUri),
  );
  const [googleUrl, zoomUrl] = [settings.GOOGLE_BASE_URL, settings.ZOOM_BASE_URL];
  const places = { ...microsoftPlaces(settings), tenants: settings.MICROSOFT_TENANTS };
  return {
    ...(ofGoogle && { google: google({ ...ofGoogle, ...(googleUrl && { baseUrl: googleUrl }) }, clock) }),
    ...(ofMicrosoft && { microsoft: microsoft({ ...ofMicrosoft, ...places }, clock) }),
    ...(ofZoom && { zoom: zoom({ ...ofZoom, ...(zoomUrl && { baseUrl: zoomUrl }) }) }),
  };
}

const clientOf = (clientId: string | undefined, clientSecret: string | undefined, redirectUri: string) =>
  clientId && clientSecret ? { clientId, clientSecret, redirectUri } : undefined;

/** Tokens of the app are taken where it is known which app, and from which organisations. */
export function microsoftTokensOf(settings: Settings, clock: Clock): MicrosoftTokens | undefined {
  const own = settings.MICROSOFT_CLIENT_ID ? [settings.MICROSOFT_CLIENT_ID] : [];
  const appIds = settings.MICROSOFT_APP_IDS.length > 0 ? settings.MICROSOFT_APP_IDS : own;
  return appIds.length > 0 ? microsoftTokens({ appIds, ...microsoftPlaces(settings) }, clock) : undefined;
}

export const tenantsOf = ({ MICROSOFT_TENANTS, MICROSOFT_TENANT_DOMAINS }: Settings): Tenants =>
  new Map(MICROSOFT_TENANTS.map((tenant) => [tenant, MICROSOFT_TENANT_DOMAINS.get(tenant) ?? []]));

/** Health says of each service whether it is real, a stand-in, or off. */
export function showProviders(health: Health, settings: Settings): void {
  for (const name of ['GOOGLE', 'MICROSOFT', 'ZOOM'] as const) {
    const isOn = settings[`${name}_CLIENT_ID`] && settings[`${name}_CLIENT_SECRET`];
    const how = settings[`${name}_BASE_URL`] ? 'sandbox' : 'real';
    health.show(name.toLowerCase(), () => (isOn ? how : 'off'));
  }
}
