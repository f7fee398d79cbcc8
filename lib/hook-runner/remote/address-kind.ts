import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * `public`: reachable from the whole internet. `private`: of a network of one's own (RFC 1918, RFC 6598, RFC 4193).
 * `local`: this machine, its link (cloud metadata lies there) and everything else that no service has (RFC 6890).
 */
export type AddressKind = 'public' | 'private' | 'local';

const listOf = (...subnets: string[]): BlockList => {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [net = '', bits = ''] = subnet.split('/');
    list.addSubnet(net, Number(bits), isIPv4(net) ? 'ipv4' : 'ipv6');
  }
  return list;
};

const privateNets = listOf('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7');

/** Metadata services that lie within a private or public net: AWS's on IPv6, Alibaba's and Oracle's on IPv4. */
const metadata = listOf('fd00:ec2::/32', '100.100.100.200/32', '192.0.0.192/32', '168.63.129.16/32');

const localNets = listOf(
  ...['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24'],
  ...['198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
);

/** Only what IANA has given out for use as unicast (RFC 4291) is public, without what stands for other things. */
const globalUnicast = listOf('2000::/3');
const notUnicast = listOf('2001::/23', '2001:db8::/32', '3fff::/20', '5f00::/16');

/** The eight groups of an IPv6 address as numbers. */
function groupsOf(address: string): number[] {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const [, head = '', a = 0, b = 0, c = 0, d = 0] = dotted ?? [];
  const hex = (high: string | number, low: string | number) =>
    (Number(high) * 256 + Number(low)).toString(16);
  const [left = '', right] = (dotted ? `${head}${hex(a, b)}:${hex(c, d)}` : address).split('::');
  const numbers = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const start = numbers(left);
  const end = right === undefined ? [] : numbers(right);
  return [...start, ...Array.from({ length: 8 - start.length - end.length }, () => 0), ...end];
}

/** The IPv4 address that an IPv6 one carries: mapped, compatible, translated (NAT64) or tunnelled (6to4, Teredo). */
function carriedIPv4(address: string): string | undefined {
  const groups = groupsOf(address);
  const ipv4 = (high = 0, low = 0) => [high >> 8, high & 255, low >> 8, low & 255].join('.');
  const startsWith = (...start: number[]) => start.every((group, at) => groups[at] === group);
  if (startsWith(0, 0, 0, 0, 0, 0) || startsWith(0, 0, 0, 0, 0, 0xffff)) return ipv4(groups[6], groups[7]);
  if (startsWith(0, 0, 0, 0, 0xffff, 0)) return ipv4(groups[6], groups[7]);
  if (startsWith(0x64, 0xff9b)) return ipv4(groups[6], groups[7]);
  if (startsWith(0x2002)) return ipv4(groups[1], groups[2]);
  if (startsWith(0x2001, 0)) return ipv4(0xffff ^ (groups[6] ?? 0), 0xffff ^ (groups[7] ?? 0));
  return undefined;
}

/** Which kind an IP address is; what is no address at all counts as `local`. */
export function addressKind(address: string): AddressKind {
  const [plain = ''] = address.split('%');
  if (isIPv4(plain)) {
    if (metadata.check(plain, 'ipv4') || localNets.check(plain, 'ipv4')) return 'local';
    return privateNets.check(plain, 'ipv4') ? 'private' : 'public';
  }
  if (!isIPv6(plain)) return 'local';
  const carried = carriedIPv4(plain);
  // A public address inside says nothing of who answers at the outer one, so it does not make that one public.
  if (carried !== undefined) {
    const isMapped = groupsOf(plain)[5] === 0xffff;
    const kind = addressKind(carried);
    return isMapped || kind !== 'public' ? kind : 'local';
  }
  if (metadata.check(plain, 'ipv6')) return 'local';
  if (privateNets.check(plain, 'ipv6')) return 'private';
  return globalUnicast.check(plain, 'ipv6') && !notUnicast.check(plain, 'ipv6') ? 'public' : 'local';
}
