import { styleText } from 'node:util';

/** Colour only where a person looks; NO_COLOR and dumb terminals are Node's own business. */
export const colour = {
  dim: (text: string): string => styleText('dim', text),
  bold: (text: string): string => styleText('bold', text),
};
