/** Who is asking, as the gateway established it. */
export type Principal = Readonly<{
  kind: 'anonymous' | 'session' | 'token' | 'app' | 'kiosk' | 'service';
  /** Empty when anonymous, and for a kiosk. */
  personId: string;
  /** The session or access token that proved it; empty when anonymous. */
  sessionId: string;
  displayName: string;
  permissions: readonly string[];
  /** Where a kiosk stands; absent for everybody else. Its own id is `sessionId`. */
  siteId?: string;
}>;

export const anonymous: Principal = {
  kind: 'anonymous',
  personId: '',
  sessionId: '',
  displayName: '',
  permissions: [],
};

/** One of our own processes, acting for nobody in particular; it holds every permission. */
export const servicePrincipal = (service: string): Principal => ({
  kind: 'service',
  personId: '',
  sessionId: '',
  displayName: service,
  permissions: ['*'],
});

export const holds = (principal: Principal, permission: string): boolean =>
  principal.permissions.includes(permission) || principal.permissions.includes('*');
