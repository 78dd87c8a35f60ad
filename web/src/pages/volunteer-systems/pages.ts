export { ConnectionsPage } from './connections-page.tsx';
export { DriftPage } from './drift-page.tsx';
export { OrphansPage } from './orphans-page.tsx';
export { StatsPage } from './stats-page.tsx';
export { TasksPage } from './tasks-page.tsx';
export { UnmatchedPage } from './unmatched-page.tsx';
