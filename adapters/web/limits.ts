/** What the workspace accepts and keeps. Ours to choose: no platform stands behind it. */
export const LIMITS = {
  /** Bytes of one request; room for the longest text that may be pasted. */
  body: 6_000_000,
  /** Messages kept to show again after a reload. */
  history: 200,
  /** Characters of a view, links included; more would make the page slow, not more useful. */
  view: 200_000,
};

export function limitFaults(html: string): string[] {
  return html.length > LIMITS.view ? [`view: ${html.length} is over ${LIMITS.view}`] : [];
}
