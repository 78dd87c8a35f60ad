import './bell.css';
import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useInboxCounts } from '../api/inbox.ts';
import { useWords } from '../words/words.ts';

const most = 99;

/** The way to the inbox, and how much is unread there. */
export function Bell() {
  const { app } = useWords();
  const unread = useInboxCounts()?.unread ?? 0;
  return (
    <Link to="/inbox" className="icon-button bell" aria-label={app.inbox(unread)}>
      <IconBell size={24} aria-hidden />
      {unread > 0 && (
        <span className="bell-count" aria-hidden>
          {unread > most ? `${most}+` : unread}
        </span>
      )}
    </Link>
  );
}
