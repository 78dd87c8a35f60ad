import { IconDots } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { useWords } from '../words/words.ts';
import { type Section, useSections } from './sections.ts';

/** As many as a narrow phone shows beside each other, with the one for more. */
const mostTabs = 4;

/** A rail on the desk, tabs on the phone, where administration stands behind "More". */
export function Navigation() {
  const { nav } = useWords();
  const { building, administration } = useSections();
  const [tabs, rest] = [building.slice(0, mostTabs), building.slice(mostTabs)];
  const behind = [...rest, ...administration];
  const { pathname } = useLocation();
  return (
    <nav className="sections no-print" aria-label={nav.label}>
      <p className="sections-label">{nav.building}</p>
      <Links sections={tabs} />
      {behind.length > 0 && (
        <>
          <button
            type="button"
            className="section section-more"
            popoverTarget="more"
            data-active={behind.some(({ to }) => to === pathname) || undefined}
          >
            <IconDots size={24} aria-hidden />
            {nav.more}
          </button>
          <div className="sheet" id="more" popover="auto">
            <Links sections={rest} />
            {administration.length > 0 && <p className="sections-label">{nav.administration}</p>}
            <Links sections={administration} />
          </div>
        </>
      )}
    </nav>
  );
}

const closeSheet = ({ currentTarget }: MouseEvent): void =>
  currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();

const Links = ({ sections }: Readonly<{ sections: readonly Section[] }>) =>
  sections.map(({ to, label, icon: Sign }) => (
    <Link
      key={to}
      to={to}
      className="section"
      activeOptions={{ exact: true, includeSearch: false }}
      onClick={closeSheet}
    >
      <Sign size={24} aria-hidden />
      <span>{label}</span>
    </Link>
  ));
