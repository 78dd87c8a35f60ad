import { health, settings } from '@guildhall/runtime';
import { testClock } from '@guildhall/testing';
import { describe, expect, it } from 'vitest';
import { Settings } from '../config.ts';
import { microsoftTokensOf, providersOf, showProviders, tenantsOf } from './service-providers.ts';

const clock = testClock('2026-10-27T15:00:00Z');
const key = Buffer.alloc(32, 1).toString('base64url');
const given = (env: NodeJS.ProcessEnv = {}) =>
  settings(Settings, {
    NATS_URL: 'nats://given',
    MONGO_URL: 'mongodb://given',
    PUBLIC_URL: 'https://members.example.org',
    CODE_KEY: key,
    SEALING_KEY: key,
    APP_TOKEN_KEY: key,
    PIN_KEY: key,
    ...env,
  });
const client = (name: string) => ({ [`${name}_CLIENT_ID`]: 'us', [`${name}_CLIENT_SECRET`]: 'secret' });

describe('the services that are set up', () => {
  it('are those with an id and a secret', () => {
    expect(Object.keys(providersOf(given(), clock))).toEqual([]);
    expect(Object.keys(providersOf(given({ GOOGLE_CLIENT_ID: 'us' }), clock))).toEqual([]);
    expect(Object.keys(providersOf(given({ ...client('GOOGLE'), ...client('ZOOM') }), clock))).toEqual([
      'google',
      'zoom',
    ]);
  });

  it('send people back to our page, from the vendor or from its stand-in', () => {
    const asked = { state: 's', challenge: 'c', nonce: 'n' };
    const start = (env: NodeJS.ProcessEnv) =>
      new URL(providersOf(given({ ...client('MICROSOFT'), ...env }), clock).microsoft?.authorizeUrl(asked) ?? '');
    const url = start({ MICROSOFT_TENANT: 'organizations' });
    expect(url.origin + url.pathname).toBe('https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize');
    expect(url.searchParams.get('redirect_uri')).toBe('https://members.example.org/oidc/callback');
    expect(start({ MICROSOFT_BASE_URL: 'http://127.0.0.1:8025/microsoft' }).origin).toBe('http://127.0.0.1:8025');
  });

  it('are real, a stand-in or off, as health says', () => {
    const state = health();
    showProviders(
      state,
      given({ ...client('GOOGLE'), ...client('ZOOM'), ZOOM_BASE_URL: 'http://127.0.0.1:8025/zoom' }),
    );
    expect(state.shown()).toEqual({ google: 'real', microsoft: 'off', zoom: 'sandbox' });
  });
});

it('tokens of the app are taken where an app is known, and only from tenants that are named', () => {
  expect(microsoftTokensOf(given(), clock)).toBeUndefined();
  expect(microsoftTokensOf(given({ MICROSOFT_APP_IDS: 'app' }), clock)).toBeDefined();
  const env = { MICROSOFT_TENANTS: 't1,t2', MICROSOFT_TENANT_DOMAINS: 't1:one.example,t3:three.example' };
  expect([...tenantsOf(given(env))]).toEqual([
    ['t1', ['one.example']],
    ['t2', []],
  ]);
});
