/**
 * Characters that nobody sees: controls other than tab and line feed, direction overrides and isolates, zero-width
 * spaces, invisible operators, fillers, soft hyphens, annotation and tag characters. They hide words, forge addresses
 * and break figures apart; https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing.
 */
const UNSEEN =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class -- finding such characters is the purpose
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/gu;
/** Joiners belong into Persian, Indic scripts and emoji; between Latin letters and digits they only hide. */
const STRAY_JOINER = /(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]+/gu;

/** The text that a reader sees, well-formed. */
export function withoutInvisible(text: string): string {
  return text.replace(UNSEEN, '').replace(STRAY_JOINER, '').toWellFormed();
}
