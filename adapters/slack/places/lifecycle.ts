import type { SlackWiring } from './wiring.ts';

/** A workspace that throws the bot out takes everything with it. https://docs.slack.dev/reference/events/app_uninstalled/ */
export function wireLifecycle({ app, running, host, forgetInstallation }: SlackWiring): void {
  app.event('app_uninstalled', async ({ context }) => {
    const { teamId: team, enterpriseId: enterprise } = context;
    running.run(async () => {
      await forgetInstallation(team ?? null, context.isEnterpriseInstall ? (enterprise ?? null) : null);
      const rows = team === undefined ? 0 : await host.erase(`slack:${team}`);
      host.log.info({ team, rows }, 'slack: uninstalled, and everything of the workspace erased');
    });
  });
  app.event('tokens_revoked', async ({ event, context }) => {
    if ((event.tokens.bot ?? []).length === 0) return;
    const { teamId: team, enterpriseId: enterprise } = context;
    running.run(async () => {
      await forgetInstallation(team ?? null, context.isEnterpriseInstall ? (enterprise ?? null) : null);
      host.log.warn({ team }, 'slack: the token was revoked; the workspace has to install the app again');
    });
  });
}
