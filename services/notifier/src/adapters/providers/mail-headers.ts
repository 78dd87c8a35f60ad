import { hash } from 'node:crypto';

type About = Readonly<{ to: string; threadKey?: string | undefined; unsubscribeUrl?: string | undefined }>;

/** What mail programs are told besides: how to say no with one press, and which mails belong together. */
export const mailHeaders = ({ to, threadKey, unsubscribeUrl }: About): Readonly<Record<string, string>> => ({
  ...(unsubscribeUrl && unsubscribing(unsubscribeUrl)),
  ...(threadKey && threading(to, threadKey)),
});

/** RFC 2369 and RFC 8058. */
const unsubscribing = (url: string) => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

/** All answer one mail that nobody ever sent (RFC 5322 3.6.4): programs show them as one conversation. */
function threading(to: string, threadKey: string) {
  const root = `<thread.${hash('sha256', `${to.toLowerCase()} ${threadKey}`, 'hex').slice(0, 32)}@guildhall>`;
  return { 'In-Reply-To': root, References: root };
}
