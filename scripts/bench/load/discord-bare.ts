// The least that a discord.js bot can be: defers an interaction and echoes. `node discord-bare.ts <apiUrl>`
import { Client, GatewayIntentBits } from 'discord.js';

const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: process.argv[2] ?? '' } });
client.on('interactionCreate', async (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  await interaction.deferReply({ flags: 64 });
  await interaction.editReply(interaction.options.getString('url') ?? '');
});
client.once('clientReady', () => process.send?.('ready'));
await client.login('x'.repeat(40));
