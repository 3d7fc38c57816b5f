/**
 * The deepest nesting of brackets in a GraphQL document, without parsing it: parsers recurse, and a document of
 * nothing but "[" ends in a stack overflow before any limit on tokens counts. Strings and comments do not count.
 */
export function documentDepth(source: string): number {
  return deepest(source, (at) => {
    if (source[at] === '#') return lineEnd(source, at);
    if (source.startsWith('"""', at)) return blockStringEnd(source, at);
    return source[at] === '"' ? stringEnd(source, at) : at;
  });
}

/** The deepest nesting of arrays and objects in a JSON text, without parsing it. */
export function jsonDepth(text: string): number {
  return deepest(text, (at) => (text[at] === '"' ? stringEnd(text, at) : at));
}

/** `skip` gives the index of the last character of what begins at an index and does not count. */
function deepest(text: string, skip: (at: number) => number): number {
  let depth = 0;
  let most = 0;
  for (let at = 0; at < text.length; at = skip(at) + 1) {
    const character = text[at];
    if (character === '[' || character === '{' || character === '(') most = Math.max(most, ++depth);
    else if (character === ']' || character === '}' || character === ')') depth -= 1;
  }
  return most;
}

function lineEnd(text: string, at: number): number {
  const found = /[\n\r]/g;
  found.lastIndex = at;
  return found.exec(text)?.index ?? text.length;
}

/** The closing quote, or the line's end for a string that is not closed (the parser refuses it there). */
function stringEnd(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end += 1) {
    const character = text[end];
    if (character === '\\') end += 1;
    else if (character === '"' || character === '\n' || character === '\r') return end;
  }
  return text.length;
}

function blockStringEnd(text: string, at: number): number {
  for (let end = at + 3; end < text.length; end += 1) {
    if (text.startsWith('\\"""', end)) end += 3;
    else if (text.startsWith('"""', end)) return end + 2;
  }
  return text.length;
}
