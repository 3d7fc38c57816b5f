import { connect, createServer, type Server, type Socket } from 'node:net';

/** Signatures of Bolt messages. */
const LOGON = 0x6a;
const RUN = 0x10;
const BEGIN = 0x11;
const FAILURE = 0x7f;

/** What the server says instead of an answer, to whom. */
interface Fault {
  /** The first byte of the messages that fail: LOGON where a password is wrong, BEGIN where nothing may be written. */
  readonly to: number;
  readonly code: string;
}

/** Refusals that a real server gives where it is set up otherwise. */
export const FAULTS = {
  wrongPassword: { to: LOGON, code: 'Neo.ClientError.Security.Unauthorized' },
  rateLimit: { to: LOGON, code: 'Neo.ClientError.Security.AuthenticationRateLimit' },
  readOnly: { to: BEGIN, code: 'Neo.ClientError.General.ForbiddenOnReadOnlyDatabase' },
  noDatabase: { to: RUN, code: 'Neo.ClientError.Database.DatabaseNotFound' },
} as const satisfies Readonly<Record<string, Fault>>;

/**
 * Stands before a real Neo4j and passes on what is said, until it is told to refuse, to cut all connections, or to have
 * the server refuse what clients ask of it.
 */
export class FaultProxy {
  fault: Fault | null = null;
  /** Whether connections are taken and nothing is answered, as by a server that starts. */
  isSilent = false;
  /** How many connections were taken. */
  taken = 0;
  private server: Server | null = null;
  private port = 0;
  private readonly sockets = new Set<Socket>();
  private readonly target: { readonly host: string; readonly port: number };

  constructor(uri: string) {
    const { hostname, port } = new URL(uri);
    this.target = { host: hostname, port: Number(port) };
  }

  get uri(): string {
    return `bolt://127.0.0.1:${String(this.port)}`;
  }

  /** Listens, at the same port each time. */
  async open(): Promise<void> {
    const server = createServer((client) => {
      this.taken += 1;
      if (this.isSilent) this.hold(client);
      else this.join(client, connect(this.target));
    });
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(this.port, '127.0.0.1', resolve));
    const at = server.address();
    if (at !== null && typeof at === 'object') this.port = at.port;
    this.server = server;
  }

  /** Listens no more, and cuts every connection: the server is gone. */
  async cut(): Promise<void> {
    const { server } = this;
    this.server = null;
    const closed = server && new Promise((resolve) => server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private hold(client: Socket): void {
    this.sockets.add(client);
    client.on('error', () => undefined);
    client.on('close', () => this.sockets.delete(client));
  }

  private join(client: Socket, target: Socket): void {
    const messages = new Messages();
    for (const [one, other] of [
      [client, target],
      [target, client],
    ] as const) {
      this.hold(one);
      one.on('close', () => other.destroy());
    }
    client.on('data', (bytes: Buffer) => {
      for (const part of messages.of(bytes)) {
        const fault = part.signature === this.fault?.to ? this.fault : null;
        if (fault) client.write(failure(fault.code));
        else target.write(part.bytes);
      }
    });
    target.on('data', (bytes: Buffer) => client.write(bytes));
  }
}

interface Part {
  readonly bytes: Buffer;
  /** Of a message; null for the handshake and what keeps a connection alive. */
  readonly signature: number | null;
}

/** Cuts what a client sends into its handshake and its messages. */
class Messages {
  private rest: Buffer = Buffer.alloc(0);
  private isOpen = false;

  *of(bytes: Buffer): Generator<Part> {
    this.rest = Buffer.concat([this.rest, bytes]);
    if (!this.isOpen) {
      if (this.rest.length < HANDSHAKE) return;
      this.isOpen = true;
      yield { bytes: plain(this.take(HANDSHAKE)), signature: null };
    }
    for (let end = this.end(); end > 0; end = this.end()) {
      const message = this.take(end);
      yield { bytes: message, signature: message.length > CHUNK_HEAD + 1 ? (message[CHUNK_HEAD + 1] ?? null) : null };
    }
  }

  private take(length: number): Buffer {
    const taken = this.rest.subarray(0, length);
    this.rest = this.rest.subarray(length);
    return taken;
  }

  /** Where the first message ends, behind its chunks and a chunk of no bytes; 0 where it is not all there. */
  private end(): number {
    for (let at = 0; at + CHUNK_HEAD <= this.rest.length;) {
      const size = this.rest.readUInt16BE(at);
      at += CHUNK_HEAD + size;
      if (size === 0) return at;
    }
    return 0;
  }
}

const HANDSHAKE = 20;
const CHUNK_HEAD = 2;

/** A handshake without the first of its four offers, which would begin a longer one. */
function plain(handshake: Buffer): Buffer {
  return Buffer.concat([handshake.subarray(0, 4), Buffer.alloc(4), handshake.subarray(8)]);
}

/** A message FAILURE {code, message} in PackStream, in one chunk. */
function failure(code: string): Buffer {
  const text = (value: string) => Buffer.concat([Buffer.from([0xd0, value.length]), Buffer.from(value)]);
  const body = Buffer.concat([Buffer.from([0xb1, FAILURE, 0xa2]), text('code'), text(code), text('message'), text(code)]);
  const head = Buffer.alloc(CHUNK_HEAD);
  head.writeUInt16BE(body.length);
  return Buffer.concat([head, body, Buffer.alloc(CHUNK_HEAD)]);
}
