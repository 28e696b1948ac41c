import type { SeriesTone } from './model/chart-model.js';

/** Colours of the page at this moment: light, dark or forced, as the style sheet says. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly ink2: string;
  readonly rule: string;
  readonly edge: string;
  readonly haze: string;
  readonly lamp: string;
  readonly barSoft: string;
  readonly context: string;
  readonly hatch: string;
  readonly tone: Readonly<Record<SeriesTone, string>>;
  /** The same series as text: dark enough to read. */
  readonly toneText: Readonly<Record<SeriesTone, string>>;
}

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: token('paper'),
    ink: token('ink'),
    ink2: token('ink-2'),
    rule: token('rule'),
    edge: token('edge'),
    haze: token('haze'),
    lamp: token('lamp'),
    barSoft: token('bar-soft'),
    context: token('context'),
    hatch: token('hatch'),
    tone: {
      ink: token('ink'),
      first: token('s1'),
      second: token('s2'),
      third: token('s3'),
      fourth: token('s4'),
      context: token('context'),
    },
    toneText: {
      ink: token('ink'),
      first: token('s1'),
      second: token('s2-text'),
      third: token('s3'),
      fourth: token('ink'),
      context: token('ink-2'),
    },
  };
}
