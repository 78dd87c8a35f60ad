import { type Html, markup } from '../inbox/html.ts';
import { displayName, type ServiceName, type ServiceUser } from './service-user.ts';

const labels: Readonly<Record<ServiceName, string>> = { google: 'Google', microsoft: 'Microsoft', zoom: 'Zoom' };

/** "Who are you at Google?": the people there, somebody else, or nobody. `address` is that of the request. */
export function authorizePage(service: ServiceName, users: readonly ServiceUser[], address: string): Html {
  const label = labels[service];
  return frame(
    `Sign in with ${label}`,
    markup`<h1>Sign in with ${label}</h1>
<p>This stands in for ${label}. Choose who you are there.</p>
<ul>${users.map((user) => choice(user, address))}</ul>
<form method="get" action="${address.split('?')[0]}">
${hidden(address)}
<label>Somebody else <input type="email" name="sandbox_email" required maxlength="254" placeholder="name@example.org"></label>
<button>Go on</button>
</form>
<p><a href="${withParameter(address, 'sandbox_error', 'access_denied')}">Do not agree</a></p>`,
  );
}

export const refusalPage = (service: ServiceName, what: string): Html =>
  frame('Not a valid request', markup`<h1>${labels[service]} would refuse this request</h1><p>${what}</p>`);

const choice = (user: ServiceUser, address: string): Html =>
  markup`<li><a href="${withParameter(address, 'sandbox_user', user.key)}"><strong>${displayName(user)}</strong>
<span>${user.email}${notes(user)}</span></a></li>`;

function notes({ emailVerified, mail }: ServiceUser): string {
  const said = [...(emailVerified ? [] : ['address not verified']), ...(mail === null ? ['no mailbox'] : [])];
  return said.length === 0 ? '' : ` · ${said.join(' · ')}`;
}

function withParameter(address: string, name: string, value: string): string {
  const url = new URL(address, 'http://here.invalid');
  url.searchParams.set(name, value);
  return `${url.pathname}${url.search}`;
}

const hidden = (address: string): readonly Html[] =>
  [...new URL(address, 'http://here.invalid').searchParams].map(
    ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`,
  );

const frame = (title: string, body: Html): Html => markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/assets/inbox.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/authorize.css">
</head>
<body><main>${body}</main></body>
</html>`;
