export { ChannelsPage } from './channels-page.tsx';
export { PlacesPage } from './places-page.tsx';
export { RulesPage } from './rules-page.tsx';
export { ScopesPage } from './scopes-page.tsx';
