import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';

/** How long a request may be on its way, in milliseconds. */
const UNDERWAY = 100;

/** In each turn of the event loop one connection is accepted and all sockets are read: after some in which nothing came, nothing waits. */
const STILL_TURNS = 5;

/** The connections of a server that is about to close. */
export class Connections {
  private readonly open = new Set<Socket>();
  private accepted = 0;

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      this.accepted += 1;
      this.open.add(socket);
      socket.once('close', () => this.open.delete(socket));
    });
  }

  /**
   * Resolves when all that was sent until now is accepted and read, or after `longest` milliseconds: a server that
   * closes before would cut connections that wait to be accepted, and requests that wait to be read.
   */
  async areRead(longest: number): Promise<void> {
    const end = Date.now() + longest;
    const mark = () => [...this.open].reduce((sum, { bytesRead }) => sum + bytesRead, this.accepted);
    await wait(Math.min(UNDERWAY, longest));
    for (let still = 0, before = -1; still < STILL_TURNS && Date.now() < end; still += 1) {
      const now = mark();
      if (now !== before) still = 0;
      before = now;
      await turn();
    }
  }

  /** Closes those that never sent a byte: browsers open some in advance, and Node waits for their first request. */
  closeUnused(): void {
    for (const socket of this.open) if (socket.bytesRead === 0) socket.destroy();
  }
}
