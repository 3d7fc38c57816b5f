declare module 'edtf' {
  /** Parses EDTF text; throws a SyntaxError for anything else. */
  export default function edtf(text: string): unknown;
}
