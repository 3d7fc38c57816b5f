/** What tells how wide a text is in its font, in pixels. */
export type Pen = Pick<CanvasRenderingContext2D, 'measureText'>;

/** As much of a label as has room, in pixels. */
export function shortened(pen: Pen, label: string, room: number): string {
  if (pen.measureText(label).width <= room) return label;
  let length = label.length - 1;
  while (length > 1 && pen.measureText(`${label.slice(0, length)}…`).width > room) length -= 1;
  return `${label.slice(0, length)}…`;
}
