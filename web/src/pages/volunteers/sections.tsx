import './volunteers.css';
import { Link } from '@tanstack/react-router';
import { useLayoutEffect, useRef } from 'react';
import { useMay } from '../../api/session.ts';
import { useVolunteerWords } from './words.ts';

const forEverybody = [
  ['/volunteers', 'list'],
  ['/volunteers/board', 'board'],
  ['/volunteers/approvals', 'approvals'],
  ['/volunteers/stats', 'stats'],
  ['/volunteers/opportunities', 'opportunities'],
  ['/volunteers/reviews', 'reviews'],
] as const;

const forWriters = [['/volunteers/applications', 'applications']] as const;

const forAdministrators = [
  ['/volunteers/import', 'import'],
  ['/volunteers/rules', 'rules'],
  ['/volunteers/locations', 'places'],
  ['/volunteers/channels', 'channels'],
  ['/volunteers/managers', 'scopes'],
  ['/volunteers/connections', 'connections'],
  ['/volunteers/tasks', 'tasks'],
  ['/volunteers/unmatched-slack-users', 'unmatched'],
  ['/volunteers/drift', 'drift'],
  ['/volunteers/orphans', 'orphans'],
] as const;

/** What else there is about volunteers. */
export function Sections() {
  const words = useVolunteerWords();
  const may = useMay();
  const links = [
    ...forEverybody,
    ...(may('volunteers.write') ? forWriters : []),
    ...(may('volunteers.admin') ? forAdministrators : []),
  ];
  const nav = useRef<HTMLElement>(null);
  // On a phone the row is longer than the screen.
  useLayoutEffect(() => {
    nav.current?.querySelector('[data-status="active"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  return (
    <nav ref={nav} className="vol-sections no-print" aria-label={words.sections}>
      {links.map(([to, word]) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {words[word]}
        </Link>
      ))}
    </nav>
  );
}
