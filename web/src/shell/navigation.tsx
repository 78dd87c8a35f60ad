import { IconDots } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { useWords } from '../words/words.ts';
import { type Section, useSections } from './sections.ts';

/** A rail on the desk, tabs on the phone, where administration stands behind "More". */
export function Navigation() {
  const { nav } = useWords();
  const { building, administration } = useSections();
  const { pathname } = useLocation();
  return (
    <nav className="sections no-print" aria-label={nav.label}>
      <p className="sections-label">{nav.building}</p>
      <Links sections={building} />
      {administration.length > 0 && (
        <>
          <button
            type="button"
            className="section section-more"
            popoverTarget="more"
            data-active={administration.some(({ to }) => to === pathname) || undefined}
          >
            <IconDots size={24} aria-hidden />
            {nav.more}
          </button>
          <div className="sheet" id="more" popover="auto">
            <p className="sections-label">{nav.administration}</p>
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
