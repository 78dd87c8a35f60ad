/** Who is asking, as the gateway established it. */
export type Principal = Readonly<{
  kind: 'anonymous' | 'session' | 'token' | 'service';
  /** Empty when anonymous. */
  personId: string;
  /** The session or access token that proved it; empty when anonymous. */
  sessionId: string;
  displayName: string;
  permissions: readonly string[];
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
