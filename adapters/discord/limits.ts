import type { DiscordComponent, DiscordMessage } from './render.ts';

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
  check('text', all.reduce((sum, component) => sum + (component.type === 10 ? component.content.length : 0), 0));
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
