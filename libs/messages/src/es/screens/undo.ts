import type { undoEn } from '../../en/screens/undo.js';

export const undoEs: typeof undoEn = {
  button: 'Deshacer',
  label: 'Deshacer lo que se acaba de hacer',
  undone: 'Deshecho. Queda como antes.',
  problems: {
    'undo.nothing': 'Aquí no hay nada que se pueda deshacer, o ya se deshizo.',
    'undo.not_yours': 'Lo hizo otra persona. Solo ella puede deshacerlo.',
    'undo.too_late':
      'Pasó demasiado tiempo para deshacerlo: puede que otras personas ya lo sepan. Queda como se hizo.',
    'undo.moved_on': 'Después se hizo otra cosa con ello. No se deshizo: mire cómo está ahora.',
    'undo.left_the_house': 'No se deshizo: otros ya lo tienen, por correo o en el registro público.',
  },
};
