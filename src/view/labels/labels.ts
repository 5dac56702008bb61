import type { CaveatWords } from '../../brief/caveats.ts';
import type { Action } from '../view.ts';

/** The fixed words of briefs, answers and digests in one language. Plain data; `{…}` stands for what is filled in. */
export interface Labels {
  /** For numbers and days, BCP 47. */
  locale: string;
  keyFigures: string;
  /** Those that the lines above do not tell already. */
  moreFigures: string;
  /** `{title}`, `{shown}`, `{all}`. */
  someFigures: string;
  /** Before the headings of a long page. */
  sections: string;
  /** `{n}` headings that are not shown. */
  more: string;
  headlineFrom: string;
  untitled: string;
  nothing: string;
  /** Before the name of a site, of a piece that gives its author's view. */
  opinion: string;
  underMinute: string;
  /** `{n}` */
  minutes: string;
  /** `{time}` */
  read: string;
  /** `{time}`, `{s}` */
  readIn: string;
  /** `{n}` */
  checked: string;
  /** `{n}`, `{dropped}` */
  dropped: string;
  builtIn: string;
  stayed: string;
  /** `{host}` */
  sent: string;
  /** `{model}` */
  writtenBy: string;
  /** Lines of a brief that a model wrote, `{n}`, `{model}`, and those of the built-in engine, `{n}`. */
  linesBy: string;
  linesFrom: string;
  unfinished: string;
  /** `{n}` */
  tokens: string;
  /** `{name}` */
  per: string;
  notAttributed: string;
  /** Tag of a figure that stands in somebody's words, where nobody is named for them. */
  quoted: string;
  /** Before a figure. */
  upTo: string;
  /** `{part}`, `{whole}` */
  partOf: string;
  hedged: string;
  /** Of what is only to come. */
  planned: string;
  /** `{from}`, `{to}` */
  change: string;
  /** `{name}`, `{raw}` */
  disputed: string;
  /** `{raw}` */
  disputedHere: string;
  notSaid: string;
  /** Of a nearest passage that may answer. */
  notClear: string;
  /** A model's answer that the lock refused. */
  notHeld: string;
  nearest: string;
  /** In front of a nearest passage that surely tells something else. */
  nearestTells: Record<'opposite' | 'time', string>;
  verdict: Record<'yes' | 'no', string>;
  alsoNear: string;
  askElse: string;
  /** What the page says of the article itself: `told` is who wrote it, the day, or the site. */
  pageSays: Readonly<Record<'byline' | 'publishedAt' | 'site', string>>;
  /** `{number}`, `{of}` */
  story: string;
  /** `{name}` */
  noFigures: string;
  thisArticle: string;
  caveats: CaveatWords;
  digest: {
    /** `{day}` */
    name: string;
    oneStory: string;
    /** `{n}` */
    stories: string;
    figures: string;
    update: string;
    /** `{n}` */
    sites: string;
    also: string;
    fresh: string;
    /** `{label}` */
    disagree: string;
    /** `{site}`, `{raw}` */
    says: string;
  };
  buttons: Readonly<Record<Action, string>>;
}
