import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { accountSettings } from './account-settings.ts';

const read = (env: Record<string, string> = {}) => z.object(accountSettings).safeParse(env);

describe('the settings of accounts', () => {
  it('are complete without any: explicit texts, no service, twelve hours and seven days', () => {
    expect(read().data).toMatchObject({
      HIDE_ACCOUNT_EXISTENCE: false,
      PASSWORD_SESSION_IDLE_HOURS: 12,
      PASSWORD_SESSION_DAYS: 7,
      MICROSOFT_TENANT: 'common',
      MICROSOFT_TENANTS: [],
    });
  });

  it('say which domains a tenant owns', () => {
    const { data } = read({
      MICROSOFT_TENANTS: 't1, t2',
      MICROSOFT_TENANT_DOMAINS: 't1:One.example,t1:uno.example,t2:two.example',
    });
    expect(data?.MICROSOFT_TENANTS).toEqual(['t1', 't2']);
    expect(Object.fromEntries(data?.MICROSOFT_TENANT_DOMAINS ?? [])).toEqual({
      t1: ['one.example', 'uno.example'],
      t2: ['two.example'],
    });
  });

  it.each([
    ['MICROSOFT_TENANT_DOMAINS', 'one.example'],
    ['GOOGLE_BASE_URL', 'nowhere'],
    ['PASSWORD_SESSION_DAYS', 'a week'],
    ['HIDE_ACCOUNT_EXISTENCE', 'yes'],
  ])('refuse %s=%s', (name, value) => {
    expect(read({ [name]: value }).error?.issues).toMatchObject([{ path: [name] }]);
  });
});
