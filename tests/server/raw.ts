import { connect } from 'node:net';

/** Sends bytes as they are and gives what came back, once the server closed or nothing came for a while. */
export function sendRaw(url: string, bytes: string | Buffer, quiet = 500): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let text = '';
    const done = () => {
      socket.destroy();
      resolve(text);
    };
    socket.setTimeout(quiet, done);
    socket.on('data', (chunk) => (text += chunk.toString('utf8')));
    socket.on('close', done);
    socket.on('error', (error) => {
      if (text === '') reject(error);
      else done();
    });
  });
}
