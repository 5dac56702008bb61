import type { Head } from './head.ts';
import type { LinkedData } from './linked-data.ts';

/** The name of the site, or its host. */
export function siteOf(head: Head, linked: LinkedData, url: string | null): string | null {
  const named = head.metas.get('og:site_name')?.[0] ?? linked.publisher ?? head.metas.get('application-name')?.[0];
  // "http://www.paper.example" as a name: its host.
  const address = /^https?:\/\/\S+$/iu.test(named ?? '') ? URL.parse(named ?? '') : null;
  if (named !== undefined && named.length <= 100 && address === null)
    return named
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(/(?<=\.\p{L}{2,})\/+$/u, '');
  const host = (address ?? (url === null ? null : URL.parse(url)))?.hostname;
  return host === undefined || host === '' ? null : host.replace(/^www\./u, '');
}

/** The part of a host that is a name: `paper` in www.paper.co.uk. */
export function hostLabel(url: string | null): string | null {
  const labels = (url === null ? undefined : URL.parse(url)?.hostname)?.replace(/^www\./u, '').split('.') ?? [];
  return labels.slice(0, -1).toSorted((a, b) => b.length - a.length)[0] ?? null;
}

/** A BCP 47 tag that is well formed; the page's own element beats its data. */
export function languageOf(head: Head, linked: LinkedData): string | null {
  const declared = [
    head.language,
    head.metas.get('content-language')?.[0],
    head.metas.get('og:locale')?.[0],
    linked.language,
    head.metas.get('language')?.[0],
    head.metas.get('dc.language')?.[0],
  ];
  for (const tag of declared) {
    const plain = tag?.split(/[,;\s]/u)[0]?.replaceAll('_', '-') ?? '';
    if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/iu.test(plain)) continue;
    try {
      const canonical = Intl.getCanonicalLocales(plain)[0];
      if (canonical !== undefined && canonical !== 'und') return canonical;
    } catch {
      // Not a tag; the next declaration may be one.
    }
  }
  return null;
}

/** The address that the page gives as its own. */
export function canonicalOf(head: Head, url: string | null): string | null {
  const base = addressOf(head.base ?? '', url) ?? url;
  for (const declared of [head.links.get('canonical')?.[0], head.metas.get('og:url')?.[0]]) {
    const address = declared === undefined || declared === '' ? null : addressOf(declared, base);
    if (address !== null) return address;
  }
  return null;
}

function addressOf(address: string, base: string | null): string | null {
  const parsed = base === null ? URL.parse(address) : URL.parse(address, base);
  return parsed !== null && /^https?:$/u.test(parsed.protocol) ? parsed.href : null;
}
