import { describe, expect, it } from '@jest/globals';

import { tileGrid } from './tile-grid.js';

describe('the map of tiles', () => {
  it('gives each department of Peru a place of its own', () => {
    const grid = tileGrid('PER', 'department');
    const places = [...(grid ?? [])].map(([, { column, row }]) => `${column} ${row}`);
    expect(places).toHaveLength(25);
    expect(new Set(places).size).toBe(25);
  });

  it.each([
    ['240000', '230000', 'Tumbes above Tacna'],
    ['160000', '150000', 'Loreto above Lima'],
    ['130000', '040000', 'La Libertad above Arequipa'],
  ])('keeps north above south: %s over %s (%s)', (north, south) => {
    const grid = tileGrid('PER', 'location')!;
    expect(grid.get(north)!.row).toBeLessThan(grid.get(south)!.row);
  });

  it.each([
    ['070000', '150000', 'Callao left of Lima'],
    ['150000', '080000', 'Lima left of Cusco'],
    ['200000', '160000', 'Piura left of Loreto'],
  ])('keeps west left of east: %s before %s (%s)', (west, east) => {
    const grid = tileGrid('PER', 'location')!;
    expect(grid.get(west)!.column).toBeLessThan(grid.get(east)!.column);
  });

  it('has none for what is no place, and for States that have drawn none', () => {
    expect(tileGrid('PER', 'sex')).toBeNull();
    expect(tileGrid('CHL', 'department')).toBeNull();
  });
});
