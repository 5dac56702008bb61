import { createInteractions } from './places/interactions.ts';
import { onMessage } from './places/mentions.ts';
import type { DiscordWiring } from './places/wiring.ts';

/** Connects Discord's events to the bot. */
export function wireDiscord(wiring: DiscordWiring): void {
  const { client, running, host } = wiring;
  const onInteraction = createInteractions(wiring);
  // Its first step is the acknowledgement.
  client.on('interactionCreate', (interaction) => running.run((signal) => onInteraction(interaction, signal), 'at once'));
  client.on('messageCreate', (message) => running.run((signal) => onMessage(wiring, message, signal)));
  // A guild that is only unavailable for a while does not cause this event.
  client.on('guildDelete', ({ id }) =>
    running.run(async () => {
      const paused = await host.leave(`discord:${id}`, 'Brevier was removed from the server.');
      host.log.info({ guild: id, paused }, 'discord: removed from a server');
    }),
  );
}
