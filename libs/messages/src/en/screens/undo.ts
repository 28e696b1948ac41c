/** Taking back what was done a moment ago. */
export const undoEn = {
  button: 'Undo',
  label: 'Undo what was just done',
  undone: 'Undone. It stands as before.',
  problems: {
    'undo.nothing': 'There is nothing here that could be undone, or it was undone already.',
    'undo.not_yours': 'Somebody else did this. Only they can undo it.',
    'undo.too_late':
      'That was too long ago to be undone: others may have heard of it. It stands as it was done.',
    'undo.moved_on': 'Something else was done with it since. It was not undone: look at it as it stands now.',
    'undo.left_the_house': 'It was not undone: others have it already, by mail or in the public record.',
  } as Record<string, string>,
};
