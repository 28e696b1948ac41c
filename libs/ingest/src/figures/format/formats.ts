import type { FigureFormat } from './format.js';
import { longForm } from './long-form.js';
import { openSdg } from './open-sdg.js';
import { unodc } from './unodc.js';

/** In this order: the first that knows the head of a table reads it. A further format is one file beside these and one line here. */
export const FIGURE_FORMATS: readonly FigureFormat[] = [unodc, openSdg, longForm];
