export { OpportunitiesPage } from './opportunities-page.tsx';
export { OpportunityPage } from './opportunity-page.tsx';
export { ShiftPage } from './shift-page.tsx';
