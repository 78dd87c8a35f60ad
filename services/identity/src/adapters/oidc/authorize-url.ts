type Asked = Readonly<{ state: string; challenge: string }>;
type Client = Readonly<{ clientId: string; redirectUri: string }>;

/** An authorization request with PKCE: only who knows what the challenge was made of can use the code. */
export function authorizeUrl(
  base: string,
  { clientId, redirectUri }: Client,
  { state, challenge }: Asked,
  more: Readonly<Record<string, string>>,
): string {
  const url = new URL(base);
  const query = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...more,
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
