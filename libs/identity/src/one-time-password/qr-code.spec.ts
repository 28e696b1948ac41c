import QRCode from 'qrcode';
import { describe, expect, it } from '@jest/globals';

import { qrCode } from './qr-code.js';

describe('a QR code as a path', () => {
  it('covers exactly the dark modules', () => {
    const text = 'otpauth://totp/Vig%C3%ADa:ana?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    const { size, path } = qrCode(text);
    const drawn = new Uint8Array(size * size);
    for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
      drawn.fill(1, Number(y) * size + Number(x), Number(y) * size + Number(x) + Number(run));
    const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
    expect(path.replaceAll(/M\d+ \d+h(\d+)v1h-\1z/g, '')).toBe('');
    expect([...drawn]).toEqual([...modules.data].map((module) => (module ? 1 : 0)));
  });
});
