import './notices.css';
import { useNotices } from './notice.ts';

/** Where notices appear. The region is there before the first of them, so that screen readers hear it. */
export function Notices() {
  const notices = useNotices();
  return (
    <div className="notices no-print" role="status">
      {notices.map(({ id, message }) => (
        <p key={id} className="notice">
          {message}
        </p>
      ))}
    </div>
  );
}
