import { localisedDescription, localisedName } from './localised.ts';

/** https://docs.discord.com/developers/interactions/application-commands */
const TYPE = { command: 1, user: 2, message: 3 } as const;
const OPTION = { subcommand: 1, group: 2, string: 3, integer: 4, boolean: 5, attachment: 11 } as const;

export const BRIEF_THIS = 'Brief this';
export const ASK_ABOUT_THIS = 'Ask about this';

/** In servers and for people who install the app for themselves; in servers, with the bot, and among people. */
const EVERYWHERE = { integration_types: [0, 1], contexts: [0, 1, 2] };

interface More {
  required?: boolean;
  autocomplete?: boolean;
  max_length?: number;
  min_value?: number;
  choices?: readonly { name: string; value: string }[];
}

function option(type: number, name: string, description: string, more: More = {}) {
  return { type, name, description, ...localisedName(name), ...localisedDescription(description), ...more };
}

function subcommand(name: string, description: string, options: readonly unknown[] = []) {
  return { ...option(OPTION.subcommand, name, description), options };
}

function command(name: string, description: string, options: readonly unknown[]) {
  return { name, type: TYPE.command, description, ...localisedDescription(description), options, ...EVERYWHERE };
}

const choices = (...values: readonly [string, string][]) => values.map(([name, value]) => ({ name, value }));
const link = (description: string, more: More = {}) => option(OPTION.string, 'link', description, { max_length: 2000, ...more });
const words = (name: string, description: string, more: More = {}) =>
  option(OPTION.string, name, description, { max_length: 500, ...more });
const whichDigest = () => words('digest', 'Which digest, where there are several', { autocomplete: true });
const whichFeed = () => words('feed', 'Which feed', { required: true, autocomplete: true });

const DAYS = choices(
  ['Monday to Friday', 'weekdays'],
  ['Every day', 'every day'],
  ['Mondays', 'mondays'],
  ['Tuesdays', 'tuesdays'],
  ['Wednesdays', 'wednesdays'],
  ['Thursdays', 'thursdays'],
  ['Fridays', 'fridays'],
  ['Saturdays and Sundays', 'weekends'],
);

const FEEDS = {
  ...option(OPTION.group, 'feeds', 'The feeds that this channel reads'),
  options: [
    subcommand('add', 'Reads a feed, or the feed of a site, here', [link('Address of the feed or of its site', { required: true })]),
    subcommand('list', 'The feeds of this channel and how they are'),
    subcommand('remove', 'Stops reading a feed here', [whichFeed()]),
    subcommand('resume', 'Gives a paused feed another chance', [whichFeed()]),
    subcommand('import', 'Adds all feeds of an OPML file', [link('Address of the OPML file', { required: true })]),
    subcommand('export', 'The feeds of this channel as OPML'),
  ],
};

/** What is registered with Discord. */
export const COMMANDS = [
  command('brief', 'A short brief of an article, with proof for every line', [
    option(OPTION.string, 'url', 'Link to the article', { max_length: 2000, autocomplete: true }),
    option(OPTION.string, 'text', 'The text itself', { max_length: 6000 }),
    option(OPTION.attachment, 'file', 'A text, Markdown, HTML or PDF file'),
    option(OPTION.string, 'length', 'How long', { choices: choices(['Short', 'short'], ['Long', 'long']) }),
    option(OPTION.string, 'show', 'Only the key figures, as a list or as an image', {
      choices: choices(['Key figures', 'figures'], ['Key figures as an image', 'image']),
    }),
    option(OPTION.boolean, 'private', 'Only you see the answer (yes, unless the channel says otherwise)'),
  ]),
  command('ask', 'Ask about the article last briefed here', [
    words('question', 'Your question', { required: true }),
    option(OPTION.string, 'url', 'Another article than the last one', { max_length: 2000, autocomplete: true }),
    option(OPTION.boolean, 'private', 'Only you see the answer (yes, unless the channel says otherwise)'),
  ]),
  command('digest', 'Digests of feeds, scheduled or at once', [
    subcommand('now', 'What is new in the feeds here, or a digest of the links you name', [
      words('links', 'Links to articles', { max_length: 3000 }),
    ]),
    subcommand('preview', 'What the next digest would say, only for you'),
    subcommand('schedule', 'A digest of the feeds of this channel, by itself', [
      words('days', 'On which days', { required: true, choices: DAYS }),
      words('time', 'At what time, such as 8:00', { required: true }),
      words('zone', 'In which time zone', { required: true, autocomplete: true }),
      option(OPTION.integer, 'minutes', 'How long reading it may take', { min_value: 1 }),
      words('only', 'Only stories with one of these words, with commas'),
      words('mute', 'No stories with one of these words, with commas'),
      words('more', 'More wishes, such as: stories 8; per site 2; quiet 22:00-07:00; off 12-25; as message'),
    ]),
    subcommand('list', 'The digests of this channel'),
    subcommand('pause', 'Pauses a digest', [whichDigest()]),
    subcommand('resume', 'Goes on with a paused digest', [whichDigest()]),
    subcommand('remove', 'Removes a digest', [whichDigest()]),
    subcommand('log', 'What was delivered, and what was not'),
    FEEDS,
  ]),
  command('brevier', 'Your saved articles, the rules here, and help', [
    subcommand('help', 'What can be asked'),
    subcommand('home', 'Your digests, their feeds and what you saved'),
    subcommand('saved', 'The articles you saved'),
    subcommand('unsave', 'Removes a saved article', [
      option(OPTION.integer, 'number', 'Its number in the list', { required: true, min_value: 1 }),
    ]),
    subcommand('save', 'Keeps an article for you', [link('Link to the article', { required: true, autocomplete: true })]),
    subcommand('why', 'Why a story stands in a digest, or why not', [
      words('story', 'Its link, or words of its title', { required: true }),
    ]),
    subcommand('settings', 'The rules of this channel; managers may change them', [
      words('change', 'Such as: answers public · share managers · person 50 · role <role> · workspace schedule managers'),
    ]),
  ]),
  { name: BRIEF_THIS, type: TYPE.message, ...EVERYWHERE },
  { name: ASK_ABOUT_THIS, type: TYPE.message, ...EVERYWHERE },
];
