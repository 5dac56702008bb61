// The least that a Bolt app can be: acknowledges a command and echoes it. `node slack-bare.ts <apiUrl> <port | socket>`
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';

const [apiUrl = '', mode = 'socket'] = process.argv.slice(2);
const clientOptions = { slackApiUrl: apiUrl };
const receiver =
  mode === 'socket'
    ? new SocketModeReceiver({ appToken: 'xapp-1', installerOptions: { clientOptions } })
    : new HTTPReceiver({ signingSecret: 'a-signing-secret' });
const app = new App({ token: 'xoxb-1', receiver, clientOptions });
app.command('/brief', async ({ ack, command, respond }) => {
  await ack();
  await respond({ text: command.text, response_type: 'ephemeral' });
});
await app.start(mode === 'socket' ? 0 : Number(mode));
process.send?.('ready');
