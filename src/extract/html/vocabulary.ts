/**
 * What class names, ids and roles say about a part of a page. Generic words of the trade, in a bit set: no site's own
 * names stand here.
 */
const WORDS = [
  /** 0 navigation */ /nav|menu|crumb|paginat|pager|toolbar|topbar|masthead|skip-?link/,
  /** 1 sharing */ /shar(?:e(?!d(?:$|[\s_-])|holder|point)|ing)|social|facebook|twitter(?!-tweet)|whatsapp|follow/,
  /** 2 related */ /related|relacionad|verwandt|recirc|recommend|read-?(?:more|next|also)|more-?(?:on|from|stories|news|articles|posts)|similar|trending|popular|most-?(?:read|viewed)|teaser|outbrain|taboola|suggest|see-?also|latest|up-?next|(?:next|prev)-?(?:post|article|story)/,
  /** 3 promotion */ /promo|advert|sponsor|banner|callout|(?:^|[\s_-])(?:ads?|adv|cta|dfp|gpt)(?:$|[\s_-])|offer|donat|membership|affiliate|shop|product|buy/,
  /** 4 newsletter */ /newsletter|subscri|sign-?up|register|mailing|e-?mail/,
  /** 5 comments */ /comment|disqus|discussion|respond|repl(?:y|ies)|livefyre|kommentar|feedback/,
  /** 6 author */ /author|byline|(?:^|[\s_-])bio(?:$|[\s_-])|contributor|writer|autor|vcard/,
  /** 7 caption */ /caption|credit|legend|photo-?(?:by|text|desc)|image-?(?:text|desc|source|copyright)|bildunter|bildtext/,
  /** 8 legal */ /foot|copyright|disclaim|legal|cookie|consent|gdpr|privacy|terms|imprint|impressum|license/,
  /** 9 aside */ /side-?bar|aside|(?:^|[\s_-])rail(?:$|[\s_-])|infobox|fact-?box|pull-?quote|secondary|modal|popup|overlay|tooltip|toast|complementary/,
  /** 10 meta */ /meta|(?:^|[\s_-])(?:date|time|tags?|cat|info)(?:$|[\s_-])|timestamp|publish|pubdate|categor|kicker|dateline|eyebrow|topic|keyword|label/,
  /** 11 body */ /article|content|entry|story|post|body|text|main|paragraph|prose|copy/,
  /** 12 lead */ /(?:^|[\s_-])(?:lead|lede|dek|deck|intro)|summary|abstract|excerpt|standfirst|sub-?(?:title|head|line)|description|teaser-?text|chapeau|vorspann/,
  /** 13 paywall */ /paywall|regwall|premium|piano|metered|locked|log-?in|sign-?in/,
  /** 14 headline */ /head(?:line|er|ing)|title/,
  /** 15 body text proper */ /(?:article|story|entry|post|content|main)[\s_-]*(?:__)?(?:body|content|text|copy)|body-?(?:text|copy|content)|articlebody|entry-?content|text-?(?:body|content)|rich-?text/,
  /** 16 challenge */ /captcha|turnstile|challenge-(?:form|platform|running|stage|error)|bot-?check/,
  /** 17 wall */ /pay-?wall|reg-?wall|subscri(?:ber|ption)-?(?:wall|gate|only)|meter(?:ed)?-?(?:wall|gate)/,
  /** 18 gallery */ /galler|slide(?:r|s|show)?(?:$|[\s_-])|carousel|lightbox|player|video|swiper/,
  /** 19 picture */ /(?:^|[\s_-])(?:image|photo|img|picture|figure|foto|bild|media)s?(?:$|[\s_-])|(?:image|photo|picture|media)-?(?:container|wrapper|block|box)/,
  /** 20 where the article's sources stand */ /references|bibliograph|reflist|further-?reading|footnotes/,
] as const;

export const NAVIGATION = 1 << 0;
export const SHARING = 1 << 1;
export const RELATED = 1 << 2;
export const PROMOTION = 1 << 3;
export const NEWSLETTER = 1 << 4;
export const COMMENTS = 1 << 5;
export const AUTHOR = 1 << 6;
export const CAPTION = 1 << 7;
export const LEGAL = 1 << 8;
export const ASIDE = 1 << 9;
export const LEAD = 1 << 12;
export const PAYWALL = 1 << 13;
export const BODY_TEXT = 1 << 15;
export const CHALLENGE = 1 << 16;
export const WALL = 1 << 17;
export const GALLERY = 1 << 18;
export const PICTURE = 1 << 19;
export const REFERENCES = 1 << 20;

/** Long class lists say the same again and cost time. */
const MAX_LENGTH = 200;

/** Bits for the names an element carries. Keep one reader per page: it remembers what it has seen. */
export function nameReader(): (names: string) => number {
  const known = new Map<string, number>();
  return (names) => {
    const seen = known.get(names);
    if (seen !== undefined) return seen;
    const lower = names.slice(0, MAX_LENGTH).toLowerCase();
    let bits = 0;
    for (let index = 0; index < WORDS.length; index++) if (WORDS[index]?.test(lower) === true) bits |= 1 << index;
    known.set(names, bits);
    return bits;
  };
}
