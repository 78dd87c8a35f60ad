/** The cookie that carries a session: bound to the host where there is TLS. */
export function sessionCookie(publicUrl: string) {
  const isSecure = publicUrl.startsWith('https:');
  const name = isSecure ? '__Host-session' : 'session';
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  return {
    name,
    set: (token: string, maxAgeSeconds: number): string => `${name}=${token}; Max-Age=${maxAgeSeconds}; ${attributes}`,
    clear: (): string => `${name}=; Max-Age=0; ${attributes}`,
    /** The token in a request's Cookie header. */
    read: (header: string | undefined): string | undefined => header && valueOf(header, name),
  };
}

export type SessionCookie = ReturnType<typeof sessionCookie>;

function valueOf(header: string, name: string): string | undefined {
  for (const pair of header.split(';')) {
    const trimmed = pair.trimStart();
    if (trimmed.startsWith(`${name}=`)) return trimmed.slice(name.length + 1).trim() || undefined;
  }
  return undefined;
}
