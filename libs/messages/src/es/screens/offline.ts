import type { Translation } from '../../language.js';
import type { offlineEn } from '../../en/screens/offline.js';

/** La página que muestra el navegador cuando no puede llegar a nosotros. `{}` es la hora que él pone. */
export const offlineEs: Translation<typeof offlineEn> = {
  documentTitle: 'Sin conexión',
  title: 'No se puede llegar a Vigía',
  lede: 'No hay conexión, o se cortó. Nada de lo que escribió en un formulario que guarda lo escrito se ha perdido.',
  sent: 'Puede que lo último que envió no haya llegado. Se conserva en este equipo. Abra de nuevo el formulario cuando vuelva la conexión, recupere lo escrito y envíelo: si ya había llegado, el formulario se lo dirá.',
  toForm: 'Volver al formulario',
  again: 'Intentar de nuevo',
  kept: 'Guardado en este equipo',
  keptWhat: 'Cada texto espera en su formulario, que se abre cuando vuelva la conexión.',
  keptAt: 'guardado a las {}',
  keptOfLink: 'Un formulario al que llevó un correo: abra de nuevo el enlace de ese correo',
};
