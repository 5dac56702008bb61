import ipaddr from 'ipaddr.js';

/** Metadata services of clouds that answer in ranges which are open otherwise: Azure's WireServer, Equinix Metal. */
const METADATA = new Set([
  '169.254.169.254',
  '169.254.170.2',
  '169.254.170.23',
  '168.63.129.16',
  '100.100.100.200',
  '192.0.0.192',
  '192.80.8.124',
]);
const METADATA_6 = new Set(['fd00:ec2:0:0:0:0:0:254', 'fd00:ec2:0:0:0:0:0:23', 'fd20:ce:0:0:0:0:0:254', 'fe80:0:0:0:0:0:a9fe:a9fe']);

/** Names that lead inside, whatever they resolve to. A name without a dot is completed by the machine's own search list. */
const INSIDE =
  /^[^.:]+\.?$|(?:^|\.)(?:localhost|local|internal|localdomain|lan|home|corp|private|intranet|svc|home\.arpa|in-addr\.arpa|ip6\.arpa|onion|metadata\.(?:packet\.net|platformequinix\.com|azure\.com|tencentyun\.com))\.?$/i;

export function isInsideName(host: string): boolean {
  return !ipaddr.isValid(host) && INSIDE.test(host);
}

/** Ends of names that are kept for tests and documents, and lead nowhere (RFC 2606, RFC 6761). `example.org` and the like are sites. */
const RESERVED = new Set(['test', 'invalid', 'example']);
/** RFC 1035 section 2.3.4. */
const LABEL_MAX = 63;
const NAME_MAX = 253;

/** Can a name like this be one of a site? `host` as `URL` gives it. */
export function isSiteName(host: string): boolean {
  const labels = host.replace(/\.$/u, '').toLowerCase().split('.');
  return (
    host.replace(/\.$/u, '').length <= NAME_MAX &&
    labels.every((label) => label !== '' && label.length <= LABEL_MAX) &&
    !RESERVED.has(labels.at(-1) ?? '')
  );
}

/** Where a cloud hands out credentials to whoever asks from inside. */
export function isMetadata(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return METADATA.has(parsed.toNormalizedString()) || METADATA_6.has(parsed.toNormalizedString());
}

/** True for addresses of the open internet: no private, loopback, link-local, carrier, tunnel or reserved range. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address) || isMetadata(address)) return false;
  // `process` unwraps IPv4-mapped IPv6, so that ::ffff:127.0.0.1 is judged as 127.0.0.1.
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv6 ? isGlobal6(parsed) : true;
}

/**
 * IANA gives out 2000::/3 and nothing else; NAT64, 6to4 and Teredo, which carry IPv4 addresses inside, are no `unicast`
 * to ipaddr.js. It knows neither the returned 6bone (3ffe::/16) nor ISATAP, whose last 64 bits carry an IPv4 address
 * (RFC 5214 section 6.1).
 */
function isGlobal6({ parts }: ipaddr.IPv6): boolean {
  const [first = 0] = parts;
  const isIsatap = ((parts[4] ?? 0) & 0xfdff) === 0 && parts[5] === 0x5efe;
  return first >= 0x2000 && first <= 0x3fff && first !== 0x3ffe && !isIsatap;
}
