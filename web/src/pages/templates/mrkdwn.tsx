import { Fragment, type ReactNode } from 'react';

const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&' };

/** What Slack's three escaped signs stand for. */
export const plain = (text: string): string =>
  text.replace(/&(lt|gt|amp);/g, (all, name: string) => SIGNS[name] ?? all);

/** Bold text and lines, which is what templates use of Slack's own markup. */
export const markdown = (text: string, type: string): ReactNode =>
  text.split('\n').map((line, index) => (
    <Fragment key={`${index} ${line}`}>
      {index > 0 && <br />}
      {type === 'mrkdwn' ? line.split(/\*([^*]+)\*/).map(boldEverySecond) : plain(line)}
    </Fragment>
  ));

const boldEverySecond = (part: string, index: number): ReactNode =>
  index % 2 === 1 ? <strong key={`${index} ${part}`}>{plain(part)}</strong> : plain(part);
