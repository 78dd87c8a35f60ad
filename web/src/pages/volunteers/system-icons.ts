import { type Icon, IconBrandSlack, IconChecklist, IconFolder, IconUsersGroup } from '@tabler/icons-react';

const icons: Readonly<Record<string, Icon>> = {
  slack: IconBrandSlack,
  'google-group': IconUsersGroup,
  'drive-folder': IconFolder,
};

export const systemIcon = (system: string): Icon => icons[system] ?? IconChecklist;
