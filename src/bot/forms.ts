import { toBrevierError } from '../errors.ts';
import { cronFrom } from '../schedule/plain-words.ts';
import { zoneFrom } from '../schedule/zone.ts';
import { sourceFrom } from '../source/source.ts';
import type { Action } from '../view/view.ts';
import { scheduleFrom } from './schedule-words.ts';

interface Choice {
  value: string;
  label: string;
}

/** One question of a form. `line` and `text` are typed, the others chosen. */
export interface Field {
  name: string;
  label: string;
  kind: 'line' | 'text' | 'choice' | 'zone' | 'channel';
  placeholder: string;
  choices: readonly Choice[];
  initial: string | null;
  isOptional: boolean;
  maxLength: number;
}

export interface Form {
  title: string;
  submit: string;
  fields: readonly Field[];
}

/** What was filled in, by the name of the field. */
export type Filled = Readonly<Partial<Record<string, string>>>;

/** The shortest text that is worth a brief. */
export const MIN_PASTED = 40;
const LINE_MAX = 500;
/** Slack takes 3,000 characters in an input of a form, Discord 4,000. */
const TEXT_MAX = 3000;

const DAYS: readonly Choice[] = [
  { value: 'weekdays', label: 'Monday to Friday' },
  { value: 'every day', label: 'Every day' },
  { value: 'mondays', label: 'Mondays' },
  { value: 'tuesdays', label: 'Tuesdays' },
  { value: 'wednesdays', label: 'Wednesdays' },
  { value: 'thursdays', label: 'Thursdays' },
  { value: 'fridays', label: 'Fridays' },
  { value: 'weekends', label: 'Saturdays and Sundays' },
];
const BUDGETS: readonly Choice[] = [
  ...[3, 5, 10, 15].map((minutes) => ({ value: `budget ${minutes} minutes`, label: `${minutes} minutes` })),
  { value: 'no budget', label: 'No limit' },
];

/** The form that a button opens first; null for a button that acts at once. `zone` is where the person lives. */
export function formFor(action: Action, zone: string | null): Form | null {
  return FORMS.get(action)?.(zone) ?? null;
}

const FORMS = new Map<Action, (zone: string | null) => Form>([
  [
    'ask',
    () => ({
      title: 'Ask about this article',
      submit: 'Ask',
      fields: [field('words', 'Your question', { placeholder: 'How many? Who said that? When?' })],
    }),
  ],
  [
    'new-brief',
    () => ({
      title: 'Brief an article',
      submit: 'Brief it',
      fields: [field('words', 'Link or text', { kind: 'text', placeholder: 'https://… or the text itself', maxLength: TEXT_MAX })],
    }),
  ],
  [
    'new-feed',
    () => ({
      title: 'Add a feed',
      submit: 'Add',
      fields: [CHANNEL, field('link', 'Address of the feed, or of its site', { placeholder: 'https://…' })],
    }),
  ],
  ['new-digest', (zone) => ({ title: 'Schedule a digest', submit: 'Schedule', fields: digestFields(zone) })],
]);

function digestFields(zone: string | null): Field[] {
  return [
    CHANNEL,
    field('days', 'Days', { kind: 'choice', choices: DAYS, initial: 'weekdays' }),
    field('time', 'Time', { placeholder: '08:00', initial: '08:00' }),
    field('zone', 'Time zone', { kind: 'zone', placeholder: 'Europe/Berlin', initial: zone }),
    field('budget', 'Reading time', { kind: 'choice', choices: BUDGETS, initial: 'budget 5 minutes' }),
    field('only', 'Only stories with one of these words', { placeholder: 'battery, solar', isOptional: true }),
    field('mute', 'No stories with one of these words', { placeholder: 'football', isOptional: true }),
  ];
}

function field(name: string, label: string, more: Partial<Field> = {}): Field {
  return { name, label, kind: 'line', placeholder: '', choices: [], initial: null, isOptional: false, maxLength: LINE_MAX, ...more };
}

const CHANNEL = field('channel', 'Channel', { kind: 'channel' });

/** What is wrong with a filled form, a sentence a field; empty when nothing is. */
export function formFaults(action: Action, filled: Filled): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  const check = (name: string, test: () => unknown) => {
    try {
      test();
    } catch (thrown) {
      faults.set(name, toBrevierError(thrown).message);
    }
  };
  if (action === 'new-brief' && isTooShort(filled['words'] ?? ''))
    faults.set('words', 'That is neither a link nor enough text for a brief.');
  if (action === 'new-feed' && sourceFrom(filled['link'] ?? '').type !== 'url')
    faults.set('link', 'That is no web address. It begins with https://.');
  if (action === 'new-digest') {
    check('time', () => cronFrom(`every day at ${filled['time'] ?? ''}`));
    check('zone', () => zoneFrom(filled['zone'] ?? ''));
    if (faults.size === 0) check('days', () => scheduleFrom(formWords(action, filled), null));
  }
  return faults;
}

/** The form as the words that somebody would have typed. */
export function formWords(action: Action, filled: Filled): string {
  const { words = '', link = '', days = '', time = '', zone = '', budget = '', only = '', mute = '' } = filled;
  if (action === 'new-feed') return link;
  if (action !== 'new-digest') return words;
  const clauses = [budget, only.trim() === '' ? '' : `only ${plain(only)}`, mute.trim() === '' ? '' : `mute ${plain(mute)}`];
  return [`${days} at ${time} in ${zone}`, ...clauses].filter((clause) => clause !== '').join('; ');
}

export function isTooShort(words: string): boolean {
  return sourceFrom(words).type === 'pasted' && words.trim().length < MIN_PASTED;
}

/** A semicolon would begin another clause. */
function plain(list: string): string {
  return list.replace(/[;\n]+/gu, ',').trim();
}
