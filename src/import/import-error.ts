/** Thrown when an import cannot go on: the folder, all files as a whole, or a column of the mapping is wrong. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
