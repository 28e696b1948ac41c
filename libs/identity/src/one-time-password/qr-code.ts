import QRCode from 'qrcode';

/** A QR code as one SVG path: it needs neither script nor a picture from an address. */
export interface QrCode {
  /** Modules in a row, without the quiet zone that a page leaves around it. */
  readonly size: number;
  readonly path: string;
}

export function qrCode(text: string): QrCode {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const { size, data } = modules;
  let path = '';
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      let run = 0;
      while (x + run < size && data[y * size + x + run]) run += 1;
      if (run === 0) continue;
      path += `M${x} ${y}h${run}v1h-${run}z`;
      x += run;
    }
  return { size, path };
}
