import type { Visitor } from './visitor.ts';

/** A file that goes with a message. */
export type Enclosure = Readonly<{ name: string; contentType: string; content: Uint8Array }>;

/** What people are told about a visitor; each becomes one request to the notifier. */
export type VisitorNotice =
  | Readonly<{
      type: 'invitation';
      visitor: Visitor;
      siteName: string;
      link: string;
      enclosures: readonly Enclosure[];
      at: Date;
    }>
  | Readonly<{ type: 'host-arrival' | 'visitor-waiting'; visitor: Visitor; siteName: string; link: string; at: Date }>
  | Readonly<{
      type: 'visitor-approval';
      visitor: Visitor;
      siteName: string;
      /** Absent: everybody at reception. */
      personId?: string;
      announcedBy: string;
      link: string;
      at: Date;
    }>
  | Readonly<{ type: 'visitor-decided'; visitor: Visitor; siteName: string; personId: string; link: string; at: Date }>
  | Readonly<{ type: 'watch-alert'; visitor: Visitor; siteName: string; personId: string; note: string; at: Date }>;
