import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** What is wrong with requests that could not be read, by the codes of Node's errors. */
const REASONS: Readonly<Record<string, { readonly status: number; readonly text: string }>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    text: 'The address, or what comes with it, is too long to be read. Go back, and ask for less at once; long operations are sent to /graphql with POST.\n',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, text: 'The body is too long.\n' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, text: 'The request did not come in time.\n' },
};

const UNREAD = { status: 400, text: 'This is no request that can be read.\n' };

/** How long what else a client sends may come, in milliseconds, so that it sees the answer before the end. */
const DRAIN = 1_000;

/** Answers in words a request that could not be read, and ends its connection; one that is being answered is cut. */
export function answerUnread(error: Error & { readonly code?: string }, socket: Duplex): void {
  // As Node's own answer does: a second head within an answer could be taken for its content.
  const { _httpMessage: underway } = socket as { readonly _httpMessage?: { readonly headersSent: boolean } | null };
  if (!socket.writable || underway?.headersSent === true) {
    socket.destroy();
    return;
  }
  const { status, text } = REASONS[error.code ?? ''] ?? UNREAD;
  const head = [
    `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}`,
    'content-type: text/plain; charset=utf-8',
    `content-length: ${String(Buffer.byteLength(text))}`,
    'x-content-type-options: nosniff',
    'connection: close',
  ];
  socket.on('error', () => undefined);
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`);
  socket.resume();
  const late = setTimeout(() => socket.destroy(), DRAIN);
  late.unref();
  socket.once('close', () => {
    clearTimeout(late);
  });
}
