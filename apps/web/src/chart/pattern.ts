const SIZE = 8;

/** Diagonal lines on nothing: "no data" and "not over yet" stay told on a grey printer. */
export function hatch(line: string, ground: string | null = null, width = 1): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = SIZE;
  tile.height = SIZE;
  const pen = tile.getContext('2d');
  if (!pen) return ground ?? line;
  if (ground !== null) {
    pen.fillStyle = ground;
    pen.fillRect(0, 0, SIZE, SIZE);
  }
  pen.strokeStyle = line;
  pen.lineWidth = width;
  pen.beginPath();
  for (const shift of [-SIZE, 0, SIZE]) {
    pen.moveTo(shift, SIZE);
    pen.lineTo(shift + SIZE, 0);
  }
  pen.stroke();
  return pen.createPattern(tile, 'repeat') ?? line;
}
