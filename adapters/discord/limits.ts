/** The part of Components V2 that Brevier writes, https://docs.discord.com/developers/components/reference. */
export type DiscordComponent =
  | { type: 1; components: DiscordButton[] }
  | DiscordButton
  | { type: 10; content: string }
  | { type: 12; items: { media: { url: string }; description: string }[] }
  | { type: 14; divider: true; spacing: 1 }
  | { type: 17; components: DiscordComponent[] };
export interface DiscordButton {
  type: 2;
  style: 1 | 2;
  label: string;
  custom_id: string;
}
export interface DiscordMessage {
  flags: number;
  components: DiscordComponent[];
  allowed_mentions: { parse: [] };
}

interface Limit {
  max: number;
  source: string;
}

const COMPONENTS = 'https://docs.discord.com/developers/components/reference';

/** Discord's limits, each with the document that states it. Characters are UTF-16 units, the strictest reading. */
export const LIMITS = {
  components: { max: 40, source: COMPONENTS },
  /** Over all text displays of a message together. */
  text: { max: 4000, source: COMPONENTS },
  rowButtons: { max: 5, source: `${COMPONENTS}#action-row` },
  label: { max: 80, source: `${COMPONENTS}#button` },
  customId: { max: 100, source: `${COMPONENTS}#anatomy-of-a-component` },
  description: { max: 1024, source: `${COMPONENTS}#media-gallery` },
  threadName: { max: 100, source: 'https://docs.discord.com/developers/resources/channel#start-thread-from-message' },
  nonce: { max: 25, source: 'https://docs.discord.com/developers/resources/message#create-message' },
} satisfies Record<string, Limit>;

/** Every limit that the message breaks, as sentences; none when Discord will take it. */
export function limitFaults(message: DiscordMessage): string[] {
  const faults: string[] = [];
  const check = (name: keyof typeof LIMITS, size: number) => {
    if (size > LIMITS[name].max) faults.push(`${name}: ${size} is over ${LIMITS[name].max} (${LIMITS[name].source})`);
  };
  const all = flatten(message.components);
  check('components', all.length);
  check(
    'text',
    all.reduce((sum, component) => sum + (component.type === 10 ? component.content.length : 0), 0),
  );
  for (const component of all) {
    if (component.type === 1) check('rowButtons', component.components.length);
    if (component.type === 2) {
      check('label', component.label.length);
      check('customId', component.custom_id.length);
    }
    if (component.type === 12) for (const { description } of component.items) check('description', description.length);
  }
  return faults;
}

function flatten(components: readonly DiscordComponent[]): DiscordComponent[] {
  return components.flatMap((component) => ('components' in component ? [component, ...flatten(component.components)] : [component]));
}
