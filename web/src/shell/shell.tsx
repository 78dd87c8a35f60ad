import './shell.css';
import { Link, Outlet } from '@tanstack/react-router';
import { useWords } from '../words/words.ts';
import { Bell } from './bell.tsx';
import { Navigation } from './navigation.tsx';
import { Preferences } from './preferences.tsx';
import { SiteSwitcher } from './site-switcher.tsx';

/** What stands around every page of people who are signed in. */
export function Shell() {
  const { app } = useWords();
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {app.skip}
      </a>
      <header className="bar no-print">
        <Link to="/" className="brand" aria-label={`${app.name}: ${app.home}`}>
          <img src="/icon.svg" width={32} height={32} alt="" />
          <span className="brand-name">{app.name}</span>
        </Link>
        <div className="bar-tools">
          <SiteSwitcher />
          <Bell />
          <Preferences />
        </div>
      </header>
      <Navigation />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
