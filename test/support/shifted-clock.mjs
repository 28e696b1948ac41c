/**
 * Loaded before a program: its machine's clock then stands `SHIFTED_CLOCK_MS` beside the true time, and since `SHIFTED_CLOCK_FROM_MS`
 * it has run `SHIFTED_CLOCK_RATE` times as fast, with all timers.
 */
const shift = Number(process.env.SHIFTED_CLOCK_MS ?? 0);
const rate = Number(process.env.SHIFTED_CLOCK_RATE ?? 1);
const from = Number(process.env.SHIFTED_CLOCK_FROM_MS ?? 0);
const trueNow = Date.now.bind(Date);

function now() {
  return Math.round(from + (trueNow() - from) * rate) + shift;
}

globalThis.Date = class extends Date {
  constructor(...parts) {
    if (parts.length === 0) super(now());
    else super(...parts);
  }

  static now() {
    return now();
  }
};

if (rate !== 1)
  for (const timer of ['setTimeout', 'setInterval']) {
    const real = globalThis[timer];
    globalThis[timer] = Object.assign((work, ms = 0, ...parts) => real(work, ms / rate, ...parts), real);
  }
