import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

const OK = 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n';

/** Writes again and again until the other side hangs up. */
function drip(socket: Socket, everyMs: number, piece: string | Buffer): void {
  const timer = setInterval(() => socket.write(piece), everyMs);
  socket.on('close', () => clearInterval(timer));
}

const redirect = (location: string) => (socket: Socket) => socket.end(`HTTP/1.1 302 Found\r\nlocation: ${location}\r\n\r\n`);
const encoded = (encoding: string, body: Buffer) => (socket: Socket) => {
  socket.write(`${OK}content-encoding: ${encoding}\r\ncontent-length: ${body.length}\r\n\r\n`);
  socket.end(body);
};

/** What a site can do wrong below HTTP's good manners, by path. Sockets are written to by hand: no server library sends this. */
const FAULTS: Readonly<Record<string, (socket: Socket) => void>> = {
  '/silent': () => undefined,
  '/reset': (socket) => socket.resetAndDestroy(),
  '/closes': (socket) => socket.end(),
  '/garbage': (socket) => socket.end('\u0000\u0001\u0002 not HTTP at all\r\n\r\n'),
  '/old': (socket) => socket.end('<html>an answer without a status line'),
  '/header-bomb': (socket) => socket.end(`${OK}x-bomb: ${'a'.repeat(200_000)}\r\n\r\n`),
  '/many-headers': (socket) => socket.end(`${OK}${'x-a: b\r\n'.repeat(20_000)}\r\n`),
  '/header-drip': (socket) => {
    socket.write(OK);
    drip(socket, 20, 'x-drip: a\r\n');
  },
  '/continues': (socket) => drip(socket, 5, 'HTTP/1.1 100 Continue\r\n\r\n'),
  '/switches': (socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'),
  '/two-lengths': (socket) => socket.end(`${OK}content-length: 3\r\ncontent-length: 30\r\n\r\nabc`),
  '/smuggle': (socket) => socket.end(`${OK}content-length: 3\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nabc`),
  '/short': (socket) => socket.end(`${OK}content-length: 5000\r\n\r\n<p>cut off`),
  '/bad-chunk': (socket) => socket.end(`${OK}transfer-encoding: chunked\r\n\r\nnonsense\r\n`),
  '/stalls': (socket) => socket.write(`${OK}content-length: 5000\r\n\r\n<p>and then nothing`),
  '/endless': (socket) => {
    socket.write(`${OK}\r\n`);
    drip(socket, 2, 'x'.repeat(40_000));
  },
  '/gzip-bomb': encoded('gzip', gzipSync(Buffer.alloc(60_000_000))),
  '/gzip-short': encoded('gzip', gzipSync('<p>words'.repeat(100)).subarray(0, 30)),
  '/gzip-liar': encoded('gzip', Buffer.from('<p>no gzip')),
  '/gzip-twice': encoded('gzip, gzip', gzipSync(gzipSync('<p>words'))),
  // Gzip allows any number of members, each of which may be empty: bytes on the wire that decode to nothing.
  '/gzip-empties': (socket) => {
    socket.write(`${OK}content-encoding: gzip\r\n\r\n`);
    const empties = Buffer.concat(Array.from({ length: 2000 }, () => gzipSync('')));
    drip(socket, 2, empties);
  },
  '/unknown-encoding': encoded('zstd', Buffer.from('(/')),
  '/to-loop': redirect('/to-loop'),
  '/to-metadata': redirect('http://169.254.169.254/latest/meta-data/'),
  '/to-mapped': redirect('http://[::ffff:169.254.169.254]/'),
  '/to-nat64': redirect('http://[64:ff9b::a9fe:a9fe]/'),
  '/to-6to4': redirect('http://[2002:7f00:1::]/'),
  '/to-octal': redirect('http://0177.0.0.1/'),
  '/to-decimal': redirect('http://2130706433/'),
  '/to-wide': redirect('http://%EF%BC%91%EF%BC%92%EF%BC%97.0.0.1/'),
  '/to-name': redirect('http://metadata.google.internal/computeMetadata/v1/'),
  '/to-password': redirect('http://user:word@example.org/'),
  '/to-file': redirect('file:///etc/passwd'),
  '/to-script': redirect('javascript:alert(1)'),
  '/to-gopher': redirect('gopher://127.0.0.1:6379/_FLUSHALL'),
  '/to-nothing': redirect('http://['),
};

export const FAULTY_PATHS = Object.keys(FAULTS);

/** A server that misbehaves in every way named above, on a free loopback port. `requests` holds what it was sent. */
export async function startHostile() {
  const sockets = new Set<Socket>();
  const requests: string[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // Whoever was wronged hangs up.
    socket.on('error', () => socket.destroy());
    socket.once('data', (bytes) => {
      const request = bytes.toString('latin1');
      requests.push(request);
      const path = /^GET (\S+) /.exec(request)?.[1] ?? '';
      const fault = FAULTS[path];
      if (fault !== undefined) fault(socket);
      else if (path === '/cookie') socket.end('HTTP/1.1 302 Found\r\nset-cookie: id=1; Path=/\r\nlocation: /good\r\n\r\n');
      else socket.end(`${OK}content-length: 9\r\nset-cookie: id=2\r\n\r\n<p>good</p`);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: `http://${host}`,
    port: (server.address() as AddressInfo).port,
    requests,
    open: () => sockets.size,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
