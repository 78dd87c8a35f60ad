import type { Attachment } from '../smtp/parse-mail.ts';
import type { Message } from '../messages/message.ts';

/** A mail may show itself and open links in new tabs: no scripts, no forms, nothing fetched from elsewhere. */
export const framePolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ');

/** The HTML part as a page of its own: links open in a new tab, inline images come from the attachments. */
export function mailFrame({ id, html = '', raw }: Message): string {
  const target = '<base target="_blank">';
  const attachments = raw.attachments as readonly Attachment[];
  const pictured = attachments.reduce(
    (page, { contentId }, index) =>
      contentId
        ? page.replaceAll(`cid:${contentId.replace(/^<|>$/g, '')}`, `/inbox/mails/${id}/attachments/${index}`)
        : page,
    html,
  );
  const head = /<head[^>]*>/i.exec(pictured) ?? /<html[^>]*>/i.exec(pictured) ?? /^\s*<!doctype[^>]*>/i.exec(pictured);
  const at = head ? head.index + head[0].length : 0;
  return pictured.slice(0, at) + target + pictured.slice(at);
}
