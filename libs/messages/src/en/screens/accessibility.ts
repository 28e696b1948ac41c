/** What Vigía does so that everybody can use it, and where it falls short. */
export const accessibilityEn = {
  documentTitle: 'Accessibility',
  title: 'Everybody should be able to read this',
  lede: 'The aim is WCAG 2.2, level AA, on every page, in every language, in light and dark.',
  doesTitle: 'What you can rely on',
  does: [
    'Every page works with the keyboard alone, at 200 % zoom, on a screen of 320 pixels, and without scripts.',
    'Nothing is told by colour alone: each status has a shape and a word, each line a dash and a marker.',
    'Every chart has its figures as a table in the page, and as a file to download.',
    'With a chart in focus, the arrow keys read its points one by one.',
    'Light, dark and high-contrast settings of your device are followed. Nothing moves.',
    'Pages print in grey, with the tables of their charts.',
  ] as readonly string[],
  shortTitle: 'What falls short',
  short: [
    'Official texts are shown in the languages that have been taken in. Where one is missing, the page says so and marks the language.',
    'There is no version in easy language and no version for children yet.',
  ] as readonly string[],
};
