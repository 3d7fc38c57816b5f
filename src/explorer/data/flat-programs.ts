import { EdgeRectangleProgram, NodeCircleProgram } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import type { DrawnLink, DrawnNode } from './drawn-graph.ts';

interface Attribute {
  readonly name: string;
  readonly size: number;
  readonly type: number;
}

/** A program as sigma defines it: what each thing has, and what each corner of every thing has. */
interface Instanced {
  readonly ATTRIBUTES: readonly Attribute[];
  CONSTANT_ATTRIBUTES: readonly Attribute[];
  CONSTANT_DATA: number[][];
}

/**
 * The same program with everything written for each corner. Without a graphics processor each instance is a draw of its
 * own, which takes many times as long as its pixels.
 */
function flat<D extends Instanced>(instanced: D): D {
  const definition: Partial<Instanced> = { ...instanced, ATTRIBUTES: [...instanced.ATTRIBUTES, ...instanced.CONSTANT_ATTRIBUTES] };
  // By these names sigma tells an instanced program.
  delete definition.CONSTANT_ATTRIBUTES;
  delete definition.CONSTANT_DATA;
  return definition as D;
}

/** Writes what the first corner has for each of the others, with what is each corner's own behind it. */
function repeat(array: Float32Array, start: number, length: number, rows: number[][]): void {
  rows.forEach((row, corner) => {
    const at = start + corner * length;
    const own = at + length - row.length;
    if (corner > 0) array.copyWithin(at, start, start + length - row.length);
    array.set(row, own);
  });
}

/** Draws nodes as discs. */
export class DiscProgram extends NodeCircleProgram<DrawnNode, DrawnLink> {
  private readonly rows = super.getDefinition().CONSTANT_DATA;

  override getDefinition() {
    return flat(super.getDefinition());
  }

  override processVisibleItem(index: number, start: number, data: NodeDisplayData): void {
    super.processVisibleItem(index, start, data);
    repeat(this.array, start, this.ATTRIBUTES_ITEMS_COUNT, this.rows);
  }
}

/** Draws connections as lines of some width. */
export class LineProgram extends EdgeRectangleProgram<DrawnNode, DrawnLink> {
  private readonly rows = super.getDefinition().CONSTANT_DATA;

  override getDefinition() {
    return flat(super.getDefinition());
  }

  override processVisibleItem(index: number, start: number, from: NodeDisplayData, to: NodeDisplayData, data: EdgeDisplayData): void {
    super.processVisibleItem(index, start, from, to, data);
    repeat(this.array, start, this.ATTRIBUTES_ITEMS_COUNT, this.rows);
  }
}
