/** Loaded before a program: its machine's clock then stands `SHIFTED_CLOCK_MS` beside the true time. */
const shift = Number(process.env.SHIFTED_CLOCK_MS ?? 0);
const now = Date.now.bind(Date);

globalThis.Date = class extends Date {
  constructor(...parts) {
    if (parts.length === 0) super(now() + shift);
    else super(...parts);
  }

  static now() {
    return now() + shift;
  }
};
