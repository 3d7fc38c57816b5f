import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from 'sigma/rendering';
import type { DrawnLink, DrawnNode } from './drawn-graph.ts';
import { shortened } from './shortened.ts';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Waiting {
  readonly context: CanvasRenderingContext2D;
  readonly data: Parameters<NodeLabelDrawingFunction<DrawnNode, DrawnLink>>[1];
  readonly labelSize: number;
  readonly labelFont: string;
}

/**
 * Draws the labels of one picture of the graph: of what was put into it first, then of what is larger first; those that
 * would lie on another are left out until one looks nearer.
 */
export class LabelDrawer {
  private waiting: Waiting[] = [];
  private readonly ink: string;
  private readonly paper: string;

  constructor(ink: string, paper: string) {
    this.ink = ink;
    this.paper = paper;
  }

  /** To be told before each picture. */
  readonly begin = (): void => {
    this.waiting = [];
  };

  readonly label: NodeLabelDrawingFunction<DrawnNode, DrawnLink> = (context, data, { labelSize, labelFont }) => {
    this.waiting.push({ context, data, labelSize, labelFont });
  };

  /** To be told when all of a picture are known. */
  readonly end = (): void => {
    const taken: Box[] = [];
    const rank = ({ data: { forceLabel, size } }: Waiting) => (forceLabel === true ? 1_000 : 0) + size;
    for (const { context, data, labelSize, labelFont } of this.waiting.sort((one, other) => rank(other) - rank(one))) {
      const { x, y, size, label } = data;
      if (!label) continue;
      context.font = `${String(labelSize)}px ${labelFont}`;
      const gap = size + 3;
      const [before, after] = [x - gap, context.canvas.clientWidth - x - gap];
      // Where there is no room to the right, it stands to the left; where there is none either, it is shortened.
      const isLeft = context.measureText(label).width > after && before > after;
      const text = shortened(context, label, isLeft ? before : after);
      const { width } = context.measureText(text);
      const left = isLeft ? before - width : x + gap;
      const box = { left, right: left + width, top: y - labelSize * 0.7, bottom: y + labelSize * 0.6 };
      if (taken.some((other) => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top)) continue;
      taken.push(box);
      this.write(context, text, left, y + labelSize / 3);
    }
  };

  readonly hover: NodeHoverDrawingFunction<DrawnNode, DrawnLink> = (context, { x, y, size, label }, { labelSize, labelFont }) => {
    if (!label) return;
    context.font = `${String(labelSize)}px ${labelFont}`;
    context.fillStyle = this.paper;
    context.strokeStyle = this.ink;
    context.beginPath();
    context.roundRect(x + size, y - labelSize, context.measureText(label).width + 8, labelSize * 2, 4);
    context.fill();
    context.stroke();
    this.write(context, label, x + size + 4, y + labelSize / 3);
  };

  private write(context: CanvasRenderingContext2D, label: string, x: number, y: number): void {
    context.lineWidth = 3;
    context.strokeStyle = this.paper;
    context.strokeText(label, x, y);
    context.lineWidth = 1;
    context.fillStyle = this.ink;
    context.fillText(label, x, y);
  }
}
