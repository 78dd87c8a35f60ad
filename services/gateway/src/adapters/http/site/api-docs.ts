import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Answer } from '../answer.ts';

/** The OpenAPI document and the page that shows it, all from here: nothing is fetched from elsewhere. */
export async function apiDocs(): Promise<ReadonlyMap<string, Answer>> {
  const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  const [openapi, script, style, icon] = await Promise.all([
    readFile(new URL('../../../../openapi.json', import.meta.url)),
    readFile(join(assets, 'swagger-ui-bundle.js')),
    readFile(join(assets, 'swagger-ui.css')),
    readFile(join(assets, 'favicon-32x32.png')),
  ]);
  return new Map([
    ['/api/openapi.json', file('application/json; charset=utf-8', openapi)],
    ['/api/docs', file('text/html; charset=utf-8', Buffer.from(page))],
    ['/api/docs/start.js', file('text/javascript; charset=utf-8', Buffer.from(start))],
    ['/api/docs/swagger-ui.js', file('text/javascript; charset=utf-8', script)],
    ['/api/docs/swagger-ui.css', file('text/css; charset=utf-8', style)],
    ['/api/docs/icon.png', file('image/png', icon)],
  ]);
}

const file = (contentType: string, body: Buffer): Answer => ({
  status: 200,
  headers: { 'content-type': contentType, 'cache-control': 'no-cache' },
  body,
});

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Guildhall API</title>
<link rel="icon" href="/api/docs/icon.png">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<main id="docs"></main>
<script src="/api/docs/swagger-ui.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

// Closed at first: some hundred operations at once keep a browser busy for many seconds.
// The cookie of whoever is signed in travels by itself; its CSRF token has to be added.
const start = `const csrf = fetch('/api/auth/session').then((answer) => (answer.ok ? answer.json() : {}));
SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'none',
  validatorUrl: null,
  requestInterceptor: async (request) => {
    const { csrfToken } = await csrf;
    if (csrfToken && request.method && request.method !== 'GET') request.headers['X-CSRF-Token'] = csrfToken;
    return request;
  },
});
`;
