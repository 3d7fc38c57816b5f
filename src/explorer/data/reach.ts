/** Thrown where a part of the page cannot be fetched because the server cannot be reached. */
export class Unreachable extends Error {}

/**
 * Fetches a part of the page. A part that is missing from a server that answers is of an older build, and the router loads
 * the page anew; without a server, that would leave nothing at all.
 */
export async function part<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    if (await isReachable()) throw cause;
    throw new Unreachable('the server cannot be reached', { cause });
  }
}

/** Whether the server answers. */
export async function isReachable(): Promise<boolean> {
  try {
    await fetch(location.href, { method: 'HEAD' });
    return true;
  } catch {
    return false;
  }
}
