import { wireAssistant } from './places/assistant.ts';
import { wireButtons } from './places/buttons.ts';
import { wireCommands } from './places/commands.ts';
import { wireHome } from './places/home.ts';
import { wireLifecycle } from './places/lifecycle.ts';
import { wireMessages } from './places/messages.ts';
import { wireShortcuts } from './places/shortcuts.ts';
import type { SlackWiring } from './places/wiring.ts';

/** Connects Slack's events to the bot. Everything is acknowledged before any work. */
export function wireSlack(wiring: SlackWiring): void {
  wireCommands(wiring);
  wireMessages(wiring);
  wireButtons(wiring);
  wireShortcuts(wiring);
  wireHome(wiring);
  wireAssistant(wiring);
  wireLifecycle(wiring);
}
