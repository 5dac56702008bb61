import type { ChatInputCommandInteraction } from 'discord.js';
import type { Request } from '../../../src/bot/request.ts';

type Command = Extract<Request['act'], { type: 'command' }>;

/** A slash command as the words that somebody would have typed. */
export function commandFrom({ commandName, options }: ChatInputCommandInteraction): Command {
  const text = (name: string) => options.getString(name)?.trim() ?? '';
  const words = (...parts: readonly (string | number | null)[]) => parts.filter((part) => part !== null && part !== '').join(' ');
  switch (commandName) {
    case 'brief': {
      const source = text('url') || text('text') || (options.getAttachment('file')?.url ?? '');
      return { type: 'command', name: 'brief', text: source === '' ? '' : words(text('show') || text('length'), source) };
    }
    case 'ask':
      return { type: 'command', name: 'ask', text: words(text('url'), text('question')) };
    case 'brevier': {
      const rest = words(text('change'), text('story'), text('link'), options.getInteger('number'));
      return { type: 'command', name: 'brief', text: words(options.getSubcommand(), rest) };
    }
    case 'digest': {
      const verb = words(options.getSubcommandGroup(false), options.getSubcommand());
      return {
        type: 'command',
        name: 'digest',
        text: verb === 'schedule' ? `schedule ${scheduled(options, text)}` : words(verb, named(text)),
      };
    }
    default:
      return { type: 'command', name: commandName, text: '' };
  }
}

function named(text: (name: string) => string): string {
  return ['links', 'link', 'feed', 'digest'].map(text).find((value) => value !== '') ?? '';
}

function scheduled(options: ChatInputCommandInteraction['options'], text: (name: string) => string): string {
  const minutes = options.getInteger('minutes');
  return [
    `${text('days')} at ${text('time')} in ${text('zone')}`,
    ...(minutes === null ? [] : [`budget ${minutes} minutes`]),
    ...(text('only') === '' ? [] : [`only ${text('only').replaceAll(';', ',')}`]),
    ...(text('mute') === '' ? [] : [`mute ${text('mute').replaceAll(';', ',')}`]),
    ...(text('more') === '' ? [] : [text('more')]),
  ].join('; ');
}
