/** Least number of pairs; a median of fewer says little on a machine that other work shares. */
const PAIRS = 5;

/**
 * Times product and floor alternately, so that what else the machine does falls on both.
 * Once again from the start when the floor itself varies by more than 40 %.
 * Answers medians in milliseconds. `before` lays out what the product takes up; it is not timed.
 */
export async function inPairs(product, floor, { pairs = PAIRS, before = () => undefined } = {}) {
  await before();
  await product();
  await floor();
  for (let attempt = 1; ; attempt += 1) {
    const products = [];
    const floors = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      floors.push(await timed(floor));
      await before();
      products.push(await timed(product));
    }
    const steady = Math.max(...floors) / Math.min(...floors) < 1.4;
    if (steady || attempt === 2) return { product: median(products), floor: median(floors) };
  }
}

async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)];
}
