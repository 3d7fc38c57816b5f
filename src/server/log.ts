import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

interface LogOptions {
  readonly level: string;
  /** Lines for people instead of JSON, where pino-pretty is installed. */
  readonly pretty: boolean;
  /** Where lines go instead of stderr. */
  readonly to?: DestinationStream;
}

/** A structured log on stderr; stdout is left to what a command says. */
export async function createLog({ level, pretty, to }: LogOptions): Promise<Logger> {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, to ?? (pretty ? await prettyStream() : null) ?? pino.destination(2));
}

async function prettyStream(): Promise<DestinationStream | null> {
  try {
    const { default: pretty } = await import('pino-pretty');
    return pretty({ destination: 2, sync: true, singleLine: true, translateTime: 'HH:MM:ss', ignore: 'pid,hostname' });
  } catch {
    // An installation without development dependencies logs JSON.
    return null;
  }
}

/** What an operator reads of a failure; which statement had no answer says nothing to one. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'StoreTimeout' ? 'the database gives no answer in time' : error.message;
}
