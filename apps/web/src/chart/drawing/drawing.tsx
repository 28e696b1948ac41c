import type { DrawnModel } from '../model/chart-model.js';
import { Matrix } from './matrix.js';
import { Multiples } from './multiples.js';
import { Tiles } from './tiles.js';

/** A chart that is part of the page itself. */
export function Drawing({ model }: { readonly model: DrawnModel }) {
  switch (model.kind) {
    case 'multiples':
      return <Multiples model={model} />;
    case 'tiles':
      return <Tiles model={model} />;
    case 'matrix':
      return <Matrix model={model} />;
  }
}
