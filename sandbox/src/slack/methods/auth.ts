import type { Method } from '../method.ts';
import { bot, team } from '../workspace.ts';

export const authTest: Method = () => ({
  url: team.url,
  team: team.name,
  team_id: team.id,
  user: bot.name,
  user_id: bot.userId,
  bot_id: bot.id,
  is_enterprise_install: false,
});
